//! A poor link between phones and program: one narrow pipe for all, a long way, and lost packets that come again later.

use crate::Fault;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio::time::Instant;

/// Bytes of a packet's content.
const PACKET: usize = 1_460;

/// Bytes around it, which take the pipe's time too: Ethernet, IP, TCP.
const AROUND: usize = 58;

/// Packets that may be on their way on one connection.
const ON_THE_WAY: usize = 64;

/// How a link is.
#[derive(Debug, Clone, Copy)]
pub struct Quality {
    /// Bits a second, each way, for everybody together.
    pub bits_per_second: u64,
    /// There and back.
    pub round_trip: Duration,
    /// Of a hundred packets so many are lost.
    pub loss_percent: u64,
}

/// One direction, shared by all connections.
struct Pipe {
    quality: Quality,
    state: Mutex<State>,
}

struct State {
    /// When the pipe has sent what was given to it.
    free: Instant,
    /// The dice, the same in every run.
    dice: u64,
}

impl Pipe {
    fn new(quality: Quality, now: Instant, seed: u64) -> Self {
        Self { quality, state: Mutex::new(State { free: now, dice: seed }) }
    }

    /// When so many bytes arrive that are given at `now`. A lost packet is noticed after a round trip and a half and sent once
    /// more, as TCP does at best; that takes the pipe's time again.
    fn arrival(&self, now: Instant, bytes: usize) -> Instant {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let bits = u64::try_from(bytes + AROUND).unwrap_or(u64::MAX).saturating_mul(8);
        let takes = Duration::from_secs_f64(bits as f64 / self.quality.bits_per_second as f64);
        state.free = state.free.max(now) + takes;
        let mut late = Duration::ZERO;
        loop {
            // A linear congruential generator is chance enough for a link.
            state.dice = state.dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            if (state.dice >> 33) % 100 >= self.quality.loss_percent {
                break;
            }
            late += self.quality.round_trip.mul_f64(1.5);
            state.free += takes;
        }
        state.free + self.quality.round_trip / 2 + late
    }
}

/// Opens the link and answers where it begins.
pub async fn open(program: SocketAddr, quality: Quality) -> Result<SocketAddr, Fault> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let address = listener.local_addr()?;
    let now = Instant::now();
    let (up, down) = (Arc::new(Pipe::new(quality, now, 1)), Arc::new(Pipe::new(quality, now, 2)));
    tokio::spawn(async move {
        while let Ok((phone, _)) = listener.accept().await {
            let (up, down) = (Arc::clone(&up), Arc::clone(&down));
            tokio::spawn(async move {
                // The handshake takes a round trip.
                tokio::time::sleep(quality.round_trip).await;
                let Ok(server) = TcpStream::connect(program).await else { return };
                let (from_phone, to_phone) = phone.into_split();
                let (from_server, to_server) = server.into_split();
                tokio::join!(carry(from_phone, to_server, up), carry(from_server, to_phone, down));
            });
        }
    });
    Ok(address)
}

/// Carries packets, each as late as the pipe says and none before the one that was sent before it.
async fn carry(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, pipe: Arc<Pipe>) {
    let (sender, mut receiver) = mpsc::channel::<(Instant, Vec<u8>)>(ON_THE_WAY);
    let reading = async move {
        let mut packet = [0; PACKET];
        while let Ok(read @ 1..) = from.read(&mut packet).await {
            let bytes = packet.get(..read).unwrap_or_default().to_vec();
            if sender.send((pipe.arrival(Instant::now(), read), bytes)).await.is_err() {
                break;
            }
        }
    };
    let writing = async move {
        let mut before = Instant::now();
        while let Some((arrives, bytes)) = receiver.recv().await {
            before = before.max(arrives);
            tokio::time::sleep_until(before).await;
            if to.write_all(&bytes).await.is_err() {
                return;
            }
        }
    };
    tokio::join!(reading, writing);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pipe_is_as_narrow_and_as_long_as_it_says() {
        let quality = Quality { bits_per_second: 8_000, round_trip: Duration::from_millis(200), loss_percent: 0 };
        let now = Instant::now();
        let pipe = Pipe::new(quality, now, 1);
        // A thousand bytes a second: packet and frame, then half a round trip.
        assert_eq!(pipe.arrival(now, 942) - now, Duration::from_millis(1_100));
        assert_eq!(pipe.arrival(now, 942) - now, Duration::from_millis(2_100), "the second waits for the first");
    }

    #[test]
    fn as_many_packets_are_lost_as_it_says() {
        let quality = Quality { bits_per_second: u64::MAX, round_trip: Duration::from_millis(200), loss_percent: 2 };
        let now = Instant::now();
        let pipe = Pipe::new(quality, now, 7);
        let late = (0..10_000).filter(|_| pipe.arrival(now, 1) - now > Duration::from_millis(250)).count();
        assert!((150..250).contains(&late), "{late} of 10000 packets were late");
    }
}
