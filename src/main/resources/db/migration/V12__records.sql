-- How a policy event stood, and since when: each state with its day, month or year.
create table policy_event_status (
    event_id bigint not null references policy_event,
    position integer not null,
    status varchar(20) not null,
    since varchar(10) not null,
    since_on date not null,
    primary key (event_id, position),
    constraint policy_event_status_known check (status in
        ('proposed', 'announced', 'in-force', 'suspended', 'blocked', 'rescinded', 'completed'))
);

-- The desk's list of all values: by period and status, by source; and what a form looks up by name.
create index observation_listed on observation (current_mark, status, period_start, series_id, id);
create index observation_of_source on observation (source_id, current_mark, id);
create index observation_newest_of_series on observation (series_id, current_mark, id);
create index change_by_actor on change (actor, id);
create index change_by_kind on change (kind, id);
create index change_by_time on change (recorded_at);
