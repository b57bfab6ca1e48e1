-- With an empty mark the first comparison was neither true nor false, and such a check lets a row pass.
alter table observation drop constraint observation_current;
alter table observation add constraint observation_current check
    ((current_mark is not null and current_mark = 1 and superseded_at is null)
        or (current_mark is null and superseded_at is not null));
