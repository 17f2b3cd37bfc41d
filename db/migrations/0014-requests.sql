-- Disclosure on request: who asks, what is asked, what happened, and what was answered.

create schema requests;

-- Who asks. The particulars are sealed with the installation's key and go when their time is over; the
-- fingerprint (keyed hash of the identity) finds the same requester again without opening anything.
create table requests.requester (
  id bigint generated always as identity primary key,
  kind text not null check (kind in
    ('naturalPerson', 'enterprise', 'research', 'welfare', 'legalService', 'other')),
  fingerprint text not null,
  sealed text, -- null once removed
  created_at timestamptz not null,
  removed_at timestamptz
);
create index requester_fingerprint on requests.requester (fingerprint);

create table requests.counter (
  organization_id bigint not null references organizations.organization (id),
  year int not null,
  last int not null,
  primary key (organization_id, year)
);

create table requests.request (
  id bigint generated always as identity primary key,
  number text unique, -- given when it is submitted or registered: 2026-0012 of an office, its code before it
  organization_id bigint not null references organizations.organization (id), -- who was asked
  requester_id bigint not null references requests.requester (id),
  channel text not null check (channel in ('inPerson', 'signedPost', 'ordinaryPost', 'internet', 'fax')),
  door text not null check (door in ('portal', 'counter', 'post', 'fax', 'kiosk', 'oral')), -- how it came in
  check_code text not null, -- hashed; with the number it opens the progress page
  title text not null, -- in the office's words, or the beginning of what was asked with personal data masked
  sealed text, -- what was asked, in full, with purpose and remarks; null once removed
  supply text not null check (supply in ('paper', 'electronic', 'disc', 'onSite')),
  delivery text not null check (delivery in ('online', 'email', 'post', 'pickUp', 'fax', 'onSite')),
  submitted_on date not null,
  -- Kept from the events by the clock; the day turns them.
  received_on date,
  standing text not null,
  reply_due_on date,
  extended_due_on date,
  due_on date, -- what counts now: null while the requester has to do something, and once answered
  lapsed_on date,
  turns_on date, -- the next day on which the clock alone changes something, warnings included
  unknown_year int, -- nothing can be counted until this year's holidays are loaded
  -- The work inside the office.
  stage text not null default 'new' check (stage in ('new', 'registered', 'handling', 'decided', 'served',
    'closed', 'archived')),
  unit_id bigint references organizations.organization (id), -- who works on it
  handler_id bigint references accounts.staff (id),
  result_code text, -- of the annual report's table
  answered_on date,
  parent_id bigint references requests.request (id), -- one matter, one request: what it was split from
  merged_into_id bigint references requests.request (id),
  repeat_of_id bigint references requests.request (id),
  logged_publicly boolean not null default false, -- M78: in the open log of answered requests
  satisfaction int check (satisfaction between 1 and 5),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1
);
create index request_open on requests.request (due_on, id) where stage not in ('closed', 'archived');
create index request_all on requests.request (submitted_on desc, id desc);
create index request_desk on requests.request (organization_id, due_on, id) where stage not in ('closed', 'archived');
create index request_recent on requests.request (organization_id, submitted_on desc, id desc);
create index request_standing on requests.request (organization_id, standing, due_on, id);
create index request_handler on requests.request (handler_id, due_on, id) where stage not in ('closed', 'archived');
create index request_requester on requests.request (requester_id, submitted_on);
create index request_turns on requests.request (turns_on) where turns_on is not null;
create index request_answered on requests.request (organization_id, answered_on) where answered_on is not null;
create index request_received on requests.request (organization_id, received_on) where received_on is not null;

-- What happened in the law's eyes, in its order: the clock is a function of these rows and of nothing else.
create table requests.event (
  id bigint generated always as identity primary key,
  request_id bigint not null references requests.request (id),
  type text not null,
  on_day date not null,
  note text not null default '', -- no personal data
  party_id bigint, -- whose opinion was asked or came
  letter_id bigint, -- the letter that did it
  at timestamptz not null, -- when it was entered
  staff_id bigint references accounts.staff (id), -- null: the requester, or the system
  voided_at timestamptz, -- entered by mistake; kept for the record
  voided_by bigint references accounts.staff (id),
  voided_reason text not null default ''
);
create index event_request on requests.event (request_id, on_day, id);

-- Evidence of identity and what else came with a request: sealed files, never in the public store's lists.
create table requests.enclosure (
  id bigint generated always as identity primary key,
  request_id bigint not null references requests.request (id),
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 text not null, -- of the sealed bytes in the file store
  purpose text not null check (purpose in ('identity', 'enclosure', 'letter', 'proof', 'redacted')),
  added_at timestamptz not null,
  removed_at timestamptz
);
create index enclosure_request on requests.enclosure (request_id);
