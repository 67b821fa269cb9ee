-- Everything that hangs on app.youth_item: who may touch which of its rows, and what happens then.
select migration.protect('app.youth_item', 'by table');

create policy youth_item_named on app.youth_item for select to rep
  using (app.named_for(youth_item.situation_id, youth_item.id));
comment on policy youth_item_named on app.youth_item is 'matrix row 19';

create trigger refuse_retired_epoch before insert
  or update of epoch_id on app.youth_item for each row execute function app.refuse_retired_epoch();

grant select (table_id, situation_id, id, agency_id, content, destroy_at,
    written_at) on app.youth_item to rep;
grant select (table_id, situation_id, id, agency_id, written_by, content, guard_version,
    destroy_at, written_at) on app.youth_item to backup;
