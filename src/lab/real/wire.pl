# wire.pl NEAR FAR DELAY_MS JITTER_MS: carries Ethernet frames between two interfaces, those from
# NEAR to FAR late. Perl, because Node opens no packet sockets; packet sockets, because unlike
# TUN devices they need no device file that an ordinary user may not open. perl-base suffices.
use strict;
use warnings;
use Socket;
use Time::HiRes qw(time);

my ($near_name, $far_name, $delay_ms, $jitter_ms) = @ARGV;
my ($AF_PACKET, $SOL_PACKET, $ETH_P_ALL, $ETH_P_ARP) = (17, 263, 0x0003, 0x0806);
my ($PACKET_VNET_HDR, $PACKET_IGNORE_OUTGOING) = (15, 23);
my $SIOCGIFINDEX = 0x8933;
my $TYPE_AT = 10 + 12;     # behind the virtio header and two addresses
my $MOST_FRAME = 70_000;   # a segmented super-packet and its header
my $MOST_QUEUED = 20_000;  # frames; what is more is lost, as on any full link

# With the virtio header a frame keeps its unfinished checksum and its segmentation: both ends
# are on one machine, and nobody else would finish them.
sub open_on {
  my ($name) = @_;
  socket(my $socket, $AF_PACKET, SOCK_RAW, 0) or die "packet socket: $!\n";
  setsockopt($socket, $SOL_PACKET, $PACKET_VNET_HDR, pack("i", 1)) or die "vnet header: $!\n";
  setsockopt($socket, $SOL_PACKET, $PACKET_IGNORE_OUTGOING, pack("i", 1)) or die "outgoing: $!\n";
  my $request = pack("a16 x24", $name);
  ioctl($socket, $SIOCGIFINDEX, $request) or die "$name: $!\n";
  my $index = unpack("x16 i", $request);
  my $address = pack("S n i S C C a8", $AF_PACKET, $ETH_P_ALL, $index, 0, 0, 0, "");
  bind($socket, $address) or die "bind $name: $!\n";
  return $socket;
}

my ($near, $far) = (open_on($near_name), open_on($far_name));
my @queue;
my $last_due = 0;
$| = 1;
print "ready\n";

while (1) {
  my $wait = @queue ? $queue[0][0] - time() : 60;
  my $wanted = "";
  vec($wanted, fileno($near), 1) = 1;
  vec($wanted, fileno($far), 1) = 1;
  vec($wanted, fileno(STDIN), 1) = 1;
  my $ready = $wanted;
  my $count = $wait > 0 ? select($ready, undef, undef, $wait) : select($ready, undef, undef, 0);
  if ($count > 0) {
    last if vec($ready, fileno(STDIN), 1);  # whoever started us has gone
    if (vec($ready, fileno($far), 1) && sysread($far, my $frame, $MOST_FRAME)) {
      syswrite($near, $frame);
    }
    if (vec($ready, fileno($near), 1) && sysread($near, my $frame, $MOST_FRAME)) {
      if (unpack("x$TYPE_AT n", $frame) == $ETH_P_ARP) {
        # Who has an address is a matter of the last hop, which is not the long way.
        syswrite($far, $frame);
        next;
      }
      my $due = time() + ($delay_ms + rand() * $jitter_ms) / 1000;
      $due = $last_due if $due < $last_due;  # packets of one link do not overtake each other
      $last_due = $due;
      push @queue, [$due, $frame] if @queue < $MOST_QUEUED;
    }
  }
  while (@queue && $queue[0][0] <= time()) {
    syswrite($far, (shift @queue)->[1]);
  }
}
