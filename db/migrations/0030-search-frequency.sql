-- How many of all documents bear a lexeme, counted in a sample each night. A question begins with as long
-- a stretch of time as its page will need; it decides how the index is walked, never what is found.

create table search.frequency (
  lexeme text primary key,
  share real not null check (share > 0)
);
