-- Whether an interpreter is needed at the visit: a code of tier 2, and of what remains of a concluded situation.
alter table app.tier2 add column interpreter_needed text;

-- Of a situation that was not taken up nothing of this remains, as of its risk factors.
alter table stats.sealed_record add column interpreter_needed text
  constraint sealed_record_interpreter_needed check (status = 'concluded' or interpreter_needed is null);
