create trigger plan_override_is_append_only before update, delete on plan_override
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";

create trigger audit_draw_is_append_only before update, delete on audit_draw
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger audit_candidate_is_append_only before update, delete on audit_candidate
    for each row call "org.ehcpathway.casefile.AppendOnlyTrigger";
create trigger plan_audit_is_kept before update, delete on plan_audit
    for each row call "org.ehcpathway.plan.audit.SignedOffAuditTrigger";
create trigger audit_answer_is_kept before insert, update, delete on audit_answer
    for each row call "org.ehcpathway.plan.audit.SignedOffAuditTrigger";
create trigger audit_comment_is_kept before insert, update, delete on audit_comment
    for each row call "org.ehcpathway.plan.audit.SignedOffAuditTrigger";
