-- An issued plan is what the family holds in its hands: neither its row nor its words change.
create trigger plan_version_is_kept before update, delete on plan_version
    for each row call "org.ehcpathway.plan.IssuedPlanTrigger";
create trigger plan_section_is_kept before update, delete on plan_section
    for each row call "org.ehcpathway.plan.IssuedPlanTrigger";
