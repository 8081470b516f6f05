package beckon.dossier.control;

/**
 * What a dossier tells, and where it stands: of one person each time, in all their accounts.
 *
 * <p>Columns are named one by one, so that none of another kind comes in by itself. No names of
 * other people: what others have typed is theirs.
 */
enum DossierSection {
    PROFILE(
            "profile",
            "select p.email, p.first_name, p.last_name, p.company, p.language, p.theme,"
                    + " p.time_zone, p.phone, p.phone_verified_at, p.age_attested_at,"
                    + " p.created_at from person p where p.id = ?"),
    PHOTO(
            "photo",
            "select f.changed_at, f.content as jpeg from person_photo f where f.person_id = ?"),
    MEMBERSHIPS(
            "memberships",
            "select m.handle as id, a.name as account, m.kind, m.joined_at, m.licensed_at,"
                    + " m.ends_at, m.deactivated_at from membership m"
                    + " join account a on a.id = m.account_id where m.person_id = ?"
                    + " order by m.joined_at, m.id"),
    TWO_STEP(
            "twoStepSignIn",
            "select s.confirmed_at as since, (select count(*) from recovery_code r"
                    + " where r.person_id = s.person_id and r.used_at is null)"
                    + " as recovery_codes_left from second_factor s"
                    + " where s.confirmed_at is not null and s.person_id = ?"),
    SESSIONS(
            "sessions",
            "select s.user_agent, s.remote, s.created_at, s.last_seen_at, s.expires_at,"
                    + " s.ended_at from sign_in_session s where s.person_id = ?"
                    + " order by s.created_at, s.id"),
    DEVICES(
            "rememberedDevices",
            "select d.user_agent, d.remote, d.created_at, d.last_seen_at, d.expires_at,"
                    + " d.ended_at from remembered_device d where d.person_id = ?"
                    + " order by d.created_at, d.id"),
    API_KEYS(
            "apiKeys",
            "select t.name, t.created_at, t.expires_at, t.last_used_at, t.revoked_at"
                    + " from api_token t where t.person_id = ? order by t.created_at, t.id"),
    TERMS(
            "termsAccepted",
            "select a.name as account, t.version, t.language, t.at from terms_acceptance t"
                    + " join account a on a.id = t.account_id where t.person_id = ?"
                    + " order by t.at, t.id"),
    CONTACTS(
            "personalContacts",
            "select c.handle as id, m.handle as membership, c.display_name as name, c.company,"
                    + " c.email, c.email_label, c.phone, c.phone_label, c.note"
                    + Own.CONTACTS
                    + " order by c.id"),
    CONTACT_ADDRESSES(
            "furtherAddresses",
            "select c.handle as contact, e.email, e.label"
                    + Own.CONTACTS.replace(
                            " where", " join contact_email e on e.contact_id = c.id where")
                    + " order by c.id, e.position"),
    CONTACT_NUMBERS(
            "furtherNumbers",
            "select c.handle as contact, n.phone, n.label"
                    + Own.CONTACTS.replace(
                            " where", " join contact_phone n on n.contact_id = c.id where")
                    + " order by c.id, n.position"),
    INVITATIONS(
            "invitationsSent",
            "select m.handle as membership, i.channel, i.recipient, i.kind, i.language,"
                    + " i.message, i.state, i.created_at, i.expires_at, i.settled_at"
                    + " from invitation i join membership m on m.id = i.inviter_id"
                    + " where m.person_id = ? and i.link_id is null and i.taken_over = false"
                    + " order by i.created_at, i.id"),
    ACCEPTED(
            "invitationsAccepted",
            "select m.handle as membership, i.channel, i.kind, i.created_at, i.settled_at"
                    + " from invitation i join membership m on m.id = i.accepted_by"
                    + " where m.person_id = ? order by i.created_at, i.id"),
    LINKS(
            "inviteLinks",
            "select m.handle as membership, l.domain, l.max_uses, l.uses, l.created_at,"
                    + " l.expires_at, l.deactivated_at from invitation_link l"
                    + " join membership m on m.id = l.owner_id where m.person_id = ?"
                    + " and l.taken_over = false order by l.created_at, l.id"),
    FILES(
            "files",
            "select m.handle as membership, t.name, t.type, t.octets, t.created_at,"
                    + " t.expires_at from attachment t join membership m on m.id = t.owner_id"
                    + " where m.person_id = ? order by t.created_at, t.id"),
    ACTS(
            "acts",
            "select m.handle as membership, e.at, e.action, e.outcome, e.remote"
                    + " from audit_entry e join membership m on m.id = e.actor_id"
                    + " and m.account_id = e.account_id"
                    + " where m.person_id = ? order by e.id"),
    ACTS_OF_OTHERS(
            "actsOfOthers",
            "select m.handle as membership, e.at, e.action, e.outcome from membership m"
                    + " join audit_entry e on e.account_id = m.account_id"
                    + " and e.subject = cast(m.handle as varchar)"
                    + " where m.person_id = ? and (e.actor_id is null or e.actor_id <> m.id)"
                    + " order by e.id");

    private final String key;
    private final String sql;

    DossierSection(String key, String sql) {
        this.key = key;
        this.sql = sql;
    }

    /** What the section is called in the file. */
    String key() {
        return key;
    }

    /** With the person as its only parameter. */
    String sql() {
        return sql;
    }

    /** Apart, because an enum's constants come before its fields. */
    private static final class Own {
        static final String CONTACTS =
                " from contact c join membership m on m.id = c.owner_id"
                        + " where m.person_id = ? and c.kind = 'PERSONAL'";
    }
}
