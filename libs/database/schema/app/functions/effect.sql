-- What a move does besides the stage: the function of its name, `recordRisk` is app.record_risk. A name that
-- is no move has none.
create or replace function app.effect(p_move text, s app.situation, p_to text, p jsonb,
    c sec.ctx_t) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare made text;
begin
  select move.name into strict made from app.move where move.name = p_move and not move.stages ? 'screening';
  execute format('select app.%I($1, $2, $3, $4)', lower(regexp_replace(made, '([A-Z])', '_\1', 'g')))
    using s, p_to, p, c;
end $$;
