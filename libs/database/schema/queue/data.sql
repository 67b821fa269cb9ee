-- The queues that jobs wait in, and when scheduled ones are due.
insert into queue.version (version) values (24);
-- What the library puts its schedules through.
select queue.establish('__pgboss__send-it', 'standard', 2, 1, 60);
-- The work of the clock: at most one of each waits; each has two minutes, then it is taken for lost and done
-- again.
select queue.establish(name, 'short', 3, 15, 120)
  from unnest(array['scheduled.returned', 'scheduled.minimised', 'scheduled.sealed', 'scheduled.destroyed',
        'scheduled.refused',
        'scheduled.forgotten', 'scheduled.months']) name;
-- The weekly roll of keys wraps every key anew.
select queue.establish('scheduled.rolled', 'short', 3, 15, 1800);
insert into queue.schedule (name, cron, timezone, data, options) select queue.name, '* * * * *', 'UTC', null,
  '{}' from queue.queue where queue.name like 'scheduled.%';
grant usage on type queue.job_state to queue;
-- ---------------------------------------------------------------- jobs
select queue.establish('mail.reminded', 'short', 3, 15, 120),
  queue.establish('mail.gathered', 'short', 3, 15, 120);
-- Eight more tries, from half a minute to an hour apart, more than two hours in all.
select queue.establish('mail.email', 'standard', 8, 30, 60);
insert into queue.schedule (name, cron, timezone, options) values ('mail.reminded', '* * * * *', 'UTC', '{}'),
  ('mail.gathered', '* * * * *', 'UTC', '{}');
select queue.establish('webhook.gathered', 'short', 3, 15, 120),
  queue.establish('webhook.deliver', 'standard', 8, 30, 60);
insert into queue.schedule (name, cron, timezone, options) values ('webhook.gathered', '* * * * *', 'UTC',
    '{}');
select queue.establish('audit.checkpointed', 'short', 3, 15, 120);
insert into queue.schedule (name, cron, timezone, data, options) values ('audit.checkpointed', '*/10 * * * *',
    'UTC', null, '{}');
select queue.establish('scheduled.digested', 'short', 3, 15, 120);
insert into queue.schedule (name, cron, timezone, data, options)
  values ('scheduled.digested', '* * * * *', 'UTC',
    null, '{}');
select queue.establish('scheduled.handedOver', 'short', 3, 15, 120);
insert into queue.schedule (name, cron, timezone, data, options)
  values ('scheduled.handedOver', '* * * * *', 'UTC', null, '{}');
