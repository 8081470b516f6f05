<#-- says what the HTML says -->
${text.heading}

<#if opening?has_content>
<#list opening as line>
${line}
</#list>
<#else>
${text.lead}
</#if>
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
