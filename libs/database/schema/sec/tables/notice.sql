-- Everything that hangs on sec.notice: who may touch which of its rows, and what happens then.
select migration.protect('sec.notice');

create policy notice_own on sec.notice for select to rep, coordinator, auditor, administrator, privacy
  using ((notice.user_id, current_user::text) = (select c.user_id, c.persona from sec.ctx() c));

-- Who has seats at two tables acts through one at a time: what the other one told is not read through this
-- one.
create policy notice_limit on sec.notice as restrictive for select to rep, coordinator, auditor, administrator,
  privacy
  using (notice.table_id is null or notice.table_id = (select (sec.ctx()).table_id)
    -- An officer or administrator sits at no table, and reads what they are told as such.
    or ((select (sec.ctx()).persona) in ('privacy', 'administrator')
        and notice.persona = (select (sec.ctx()).persona)));

grant select on sec.notice to rep, coordinator, auditor, administrator, privacy;
grant select on sec.notice to backup;
