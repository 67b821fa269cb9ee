insert into sec.holiday_list default values on conflict do nothing;
-- The keys that sign the context, made once.
insert into sec.context_key (id, inner_key, outer_key) values (1, sec.random_64(), sec.random_64())
  on conflict do nothing;
