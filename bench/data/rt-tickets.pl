# Tickets made by Request Tracker itself, as told on standard input: what `bench/data/rt-data.mjs` multiplies.
use strict;
use warnings;
use JSON;
use lib '/usr/share/request-tracker5/lib';
use RT -init;

my $told = decode_json(do { local $/; <STDIN> });
my $system = RT->SystemUser;

sub made {
    my ($record, @how) = @_;
    my ($id, @said) = $record->Create(@how);
    die ref($record) . ": @said" unless $id;
    return $record;
}

my $privileged = RT::Group->new($system);
$privileged->LoadSystemInternalGroup('Privileged');
for my $right (@{ $told->{rights} }) {
    my ($done, $why) = $privileged->PrincipalObj->GrantRight(Right => $right, Object => RT->System);
    die "$right: $why" unless $done;
}
made(RT::Queue->new($system), Name => $_) for @{ $told->{queues} };
my %user = map {
    $_->{login} => made(
        RT::User->new($system),
        Name => $_->{login}, RealName => $_->{name}, EmailAddress => "$_->{login}\@example.org",
        Privileged => $_->{officer} ? 1 : 0, ($_->{officer} ? (Password => $told->{password}) : ()),
    )
} @{ $told->{users} };

# Copies come after these; whatever the tickets bring has a higher id.
my %before = map { $_ => $RT::Handle->dbh->selectrow_array("SELECT coalesce(max(id), 0) FROM $_") } @{ $told->{tables} };

# Writing a mail takes longer than all the rest, and nobody reads it.
$RT::Handle->dbh->do('UPDATE Scrips SET Disabled = 1');
for my $one (@{ $told->{tickets} }) {
    my $as = RT::CurrentUser->new($system);
    $as->Load($one->{owner});
    my $ticket = made(
        RT::Ticket->new($as),
        Queue => $one->{queue}, Subject => $one->{subject}, Due => $one->{due},
        Owner => $user{ $one->{owner} }->Id, Requestor => [$user{ $one->{requestor} }->Id],
        MIMEObj => MIME::Entity->build(Type => 'text/plain; charset=utf-8', Data => [Encode::encode('UTF-8', $one->{text})]),
    );
    $ticket->SetStatus($_) for @{ $one->{states} };
    $ticket->Comment(Content => $_) for @{ $one->{comments} };
}
$RT::Handle->dbh->do('UPDATE Scrips SET Disabled = 0');
print encode_json(\%before);
