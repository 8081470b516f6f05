<#-- says what the HTML says -->
${text.heading}

${text.lead}

${text.action}
${link}

-- 
${text.footer}
