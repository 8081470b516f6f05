<#-- says what the HTML says -->
${text.heading}

${text.lead}
<#if kind?has_content>

${text["as." + kind]}
</#if>
<#if quote?has_content>

${text.quote}

<#list quote as line>
> ${line}
</#list>
</#if>

${text.action}
${link}

${text.expiry}
${text.haveAccount}

${text.unexpected}
${text.unexpectedHint}

${text.unsubscribe}
${unsubscribe}

-- 
${text.footer}
