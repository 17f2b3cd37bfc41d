-- Which clause of a matter's time limit holds for a text, where a clerk said so: [{matterCode, when}] in the
-- catalogue's own words; an empty `when` is the general clause. What nobody chose follows the rule.
alter table documents.edition add column clauses jsonb not null default '[]';
