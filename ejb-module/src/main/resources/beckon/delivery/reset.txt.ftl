<#-- says what the HTML says -->
${text.heading}

${text.lead}

${text.action}
${link}

${text.expiry}

${text.unexpected}
${text.unexpectedHint}

${text.where}

-- 
${text.footer}
