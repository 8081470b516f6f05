<#-- says what the HTML says -->
${text.heading}

${text.lead}

${text.address} ${address}
${text.invited} ${invited}

${text.unsure}

${text.action}
${link}

-- 
${text.footer}
