-- The next step of the work on a request that is not done, and by when: kept with the row, so that the
-- list of requests with an overdue step need not count anybody's days.
alter table requests.request
  add column step_due text,
  add column step_due_on date;
create index request_step_due on requests.request (step_due_on, due_on, id) where step_due_on is not null;
