-- How often a sign-in failed from one address in a stretch of time; marks are keyed hashes, no address is kept.
create table accounts.tally (
  mark text not null,
  since timestamptz not null,
  count int not null,
  primary key (mark, since)
);
create index tally_since on accounts.tally (since);
