-- Each epoch by one look into each index.
create or replace function app.epochs_in_use() returns setof text
  language sql stable security definer set search_path = pg_catalog as $$
  with recursive t as (select min(k.epoch_id) as id from app.tier_key k
      union all select (select min(k.epoch_id) from app.tier_key k where k.epoch_id > t.id) from t
      where t.id is not null),
    s as (select min(k.epoch_id) as id from app.screening k
        union all select (select min(k.epoch_id) from app.screening k where k.epoch_id > s.id) from s
        where s.id is not null),
    y as (select min(k.epoch_id) as id from app.youth_item k
        union all select (select min(k.epoch_id) from app.youth_item k where k.epoch_id > y.id) from y
        where y.id is not null)
  select x.id from (select t.id from t union select s.id from s union select y.id from y) x
    where x.id is not null $$;

grant execute on function app.epochs_in_use() to job;
