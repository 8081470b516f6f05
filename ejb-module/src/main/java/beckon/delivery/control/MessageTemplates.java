package beckon.delivery.control;

import beckon.delivery.entity.MailOpening;
import beckon.delivery.entity.RenderedMail;
import beckon.shared.Settings;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.SimpleScalar;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateHashModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Renders mails, each as HTML and as text that says the same.
 *
 * <p>Templates and words are parsed at the start. A template sees nothing but plain values; what
 * people typed is made harmless before, and escaped by the template besides.
 */
@ApplicationScoped
public class MessageTemplates {

    private static final String ENGLISH = "en";
    private static final Map<String, Locale> LANGUAGES =
            Map.of(ENGLISH, Locale.ENGLISH, "fr", Locale.FRENCH);

    /** Whose name and which company the sentences of a template speak of. */
    private static final Map<String, List<String>> NAMES =
            Map.ofEntries(
                    Map.entry("invitation", List.of("inviterName", "accountName")),
                    Map.entry("accepted", List.of("memberName", "accountName")),
                    Map.entry("approved", List.of("memberName", "accountName")),
                    Map.entry("rejected", List.of("memberName", "accountName")),
                    Map.entry("confirmation", List.of("inviterName", "accountName")),
                    Map.entry("guestEnds", List.of("memberName", "accountName")),
                    Map.entry("stayEnds", List.of("memberName", "accountName")),
                    Map.entry("waiting", List.of("memberName", "accountName")),
                    Map.entry("request", List.of("askerName", "accountName")),
                    Map.entry("reset", List.of("personName", "device")),
                    Map.entry("notice", List.of("personName", "device")),
                    Map.entry("domain", List.of("adminName", "accountName")));

    /**
     * Stands for the code that some bring; nobody can type it, as with {@link MailWriter}'s link.
     */
    static final String CODE = "\uE000code\uE000";

    /** Where those lead that bring no token in their link; others to the front page. */
    private static final Map<String, String> PATHS =
            Map.of(
                    "waiting",
                    "/admin/approvals",
                    "request",
                    "/invitation/requests",
                    "approved",
                    "/invitation/list",
                    "rejected",
                    "/invitation/list",
                    "guestEnds",
                    "/contact/guests",
                    "notice",
                    "/person/security");

    /** Where those lead that bring a token; others to an invitation. */
    private static final Map<String, String> TOKEN_PATHS = Map.of("reset", "/reset/");

    /** Those whose token is a code that people read and type. */
    private static final Set<String> CODED = Set.of("domain");

    /** Those that go to people who did not ask for them. */
    private static final Set<String> UNASKED = Set.of("invitation");

    private final Map<String, Template> htmls = new HashMap<>();
    private final Map<String, Template> texts = new HashMap<>();
    private final Map<String, MailWords> words = new HashMap<>();
    private String site;

    protected MessageTemplates() {}

    @Inject
    public MessageTemplates(Settings settings) {
        site = settings.baseUrl().getAuthority();
        Configuration configuration = hardened();
        try {
            for (String template : NAMES.keySet()) {
                htmls.put(template, configuration.getTemplate(template + ".html.ftlh"));
                texts.put(template, configuration.getTemplate(template + ".txt.ftl"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a mail template cannot be read", e);
        }
        LANGUAGES.forEach((language, locale) -> words.put(language, new MailWords(locale)));
    }

    private static Configuration hardened() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassLoaderForTemplateLoading(
                MessageTemplates.class.getClassLoader(), "beckon/delivery");
        configuration.setDefaultEncoding("UTF-8");
        configuration.setLocale(Locale.ROOT);
        configuration.setLocalizedLookup(false);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        return configuration;
    }

    /**
     * The mail as its recipient will see it.
     *
     * @param link where its button leads
     * @param unsubscribe where its recipient says that they want no more, if it is unasked for
     * @throws IllegalArgumentException if there is no such template
     */
    public RenderedMail render(
            String template,
            String language,
            Map<String, String> model,
            String link,
            String unsubscribe) {
        MailWords spoken = words(language);
        String[] arguments = arguments(template, spoken, model);
        Map<String, Object> root = new HashMap<>();
        root.put("language", words.containsKey(language) ? language : ENGLISH);
        root.put("link", link);
        root.put("unsubscribe", unsubscribe);
        root.put("code", CODE);
        root.put("domain", model.getOrDefault("domain", ""));
        root.put("kind", model.getOrDefault("kind", ""));
        root.put("address", PlainWords.ofName(model.get("address")));
        root.put("invited", PlainWords.ofName(model.get("invited")));
        root.put("quote", PlainWords.ofMessage(model.get("message")));
        root.put("text", new TemplateWords(spoken, template + ".", arguments));
        root.put("opening", OwnWords.opening(model, arguments));
        return new RenderedMail(
                OwnWords.subject(model, arguments)
                        .orElseGet(() -> spoken.get(template + ".subject", arguments)),
                fill(htmls.get(template), root),
                fill(texts.get(template), root));
    }

    /** What it begins with unless the model says otherwise. */
    public MailOpening opening(String template, String language) {
        MailWords spoken = words(language);
        String[] placeholders = OwnWords.placeholders();
        return new MailOpening(
                spoken.get(template + ".subject", placeholders),
                spoken.get(template + ".lead", placeholders));
    }

    /** Whether its recipient must be able to stop more of its kind. */
    static boolean isUnasked(String template) {
        return UNASKED.contains(template);
    }

    /** Whether it brings its token as a code, not in a link. */
    static boolean isCoded(String template) {
        return CODED.contains(template);
    }

    /** Where it leads if it brings no token. */
    static String path(String template) {
        return PATHS.getOrDefault(template, "/");
    }

    /** Where it leads if it brings a token, which is to be appended. */
    static String tokenPath(String template) {
        return TOKEN_PATHS.getOrDefault(template, "/join/");
    }

    /** Who the mail says it is from. */
    public String senderName(String template, String language, Map<String, String> model) {
        MailWords spoken = words(language);
        return spoken.get(template + ".from", arguments(template, spoken, model));
    }

    private MailWords words(String language) {
        MailWords spoken = words.get(language);
        return spoken == null ? words.get(ENGLISH) : spoken;
    }

    private String[] arguments(String template, MailWords spoken, Map<String, String> model) {
        List<String> names = NAMES.get(template);
        if (names == null) {
            throw new IllegalArgumentException("no template " + template);
        }
        String expiresAt = model.get("expiresAt");
        return new String[] {
            PlainWords.ofName(model.get(names.get(0))),
            PlainWords.ofName(model.get(names.get(1))),
            expiresAt == null ? "" : spoken.moment(Instant.parse(expiresAt)),
            site
        };
    }

    private static String fill(Template template, Map<String, Object> root) {
        StringWriter out = new StringWriter(8_192);
        try {
            template.process(root, out);
            return out.toString();
        } catch (TemplateException | IOException e) {
            throw new IllegalStateException("a mail cannot be rendered", e);
        }
    }

    private record TemplateWords(MailWords words, String prefix, String[] arguments)
            implements TemplateHashModel {

        @Override
        public freemarker.template.TemplateModel get(String key) {
            return new SimpleScalar(words.get(prefix + key, arguments));
        }

        @Override
        public boolean isEmpty() {
            return false;
        }
    }
}
