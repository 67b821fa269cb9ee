-- Everything that hangs on sec.seat_refusal: who may touch which of its rows, and what happens then.
select migration.protect('sec.seat_refusal');

grant select on sec.seat_refusal to backup;
