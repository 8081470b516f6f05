<#-- says what the HTML says -->
${text.heading}

${text.lead}

${text.address} ${address}

${text.action}
${link}

-- 
${text.footer}
