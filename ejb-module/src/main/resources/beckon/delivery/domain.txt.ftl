<#-- says what the HTML says -->
${text.heading}

${text.lead}
${domain}

${text.code} ${code}

${text.next}

${text.expiry}

${text.unexpected}
${text.unexpectedHint}

-- 
${text.footer}
