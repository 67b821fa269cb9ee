-- Everything that hangs on sec.projector_session: who may touch which of its rows, and what happens then.
select migration.protect('sec.projector_session');
