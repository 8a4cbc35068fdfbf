-- Whether a part has not come as far as a stage (reached, read, signed, done); of no stage, always. What was recalled lacks nothing.
create function short_of(stage text, delivered_at timestamptz, read_at timestamptz, accepted_at timestamptz, state text)
    returns boolean language sql immutable as $$
select case stage
        when 'reached' then delivered_at is null
        when 'read' then read_at is null
        when 'signed' then accepted_at is null
        when 'done' then state not in ('done', 'approved')
        else true
    end
    and (stage is null or state <> 'recalled') $$;
grant execute on function short_of(text, timestamptz, timestamptz, timestamptz, text) to cityhelm_app;
