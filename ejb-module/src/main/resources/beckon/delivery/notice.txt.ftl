<#-- says what the HTML says -->
${text["heading." + kind]}

${text["lead." + kind]}

${text.moment}
${text.where}

${text.unexpected}
${text.unexpectedHint}

${text.action}
${link}

-- 
${text.footer}
