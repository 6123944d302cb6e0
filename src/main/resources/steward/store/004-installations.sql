-- The workspaces that Steward is installed in. The tokens are encrypted before they come here, and null once Steward has left; what was
-- written in the workspace is kept until forget_at. An installation is leased by whoever gets its next tokens.
create table installation (
    team_id text not null primary key,
    name text not null,
    app_id text not null,
    token text,
    refresh_token text,
    expires_at bigint,
    version bigint not null,
    installed_at bigint not null,
    leased_until bigint,
    forget_at bigint
);

create index installation_expires on installation (expires_at) where expires_at is not null;

create index installation_forget on installation (forget_at) where forget_at is not null;

-- Installations that somebody has begun in a browser: of what comes back, and of the browser, only a hash is kept.
create table handshake (
    state text not null primary key,
    browser text not null,
    ends_at bigint not null
);

create index handshake_ends on handshake (ends_at);
