-- What an agency's own people did is a page of each chain, however long they have done nothing there.
create index event_of_agency on audit.event (chain, agency, at_us, seq) where agency is not null;

-- Whether a seat has still to read its table's list is asked at every look at it, however many notices it has.
create index notice_list_to_see on sec.notice (user_id, object_id)
  where code = 'table.listToSee' and seen_at is null;
