//! A gateway's MQTT client, written from the standard and not from our endpoint's library, so that one checks the other.
#![allow(dead_code, reason = "each test file uses its own part of this")]

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// How long a test waits for what must come.
pub const SOON: Duration = Duration::from_secs(20);

pub const CONNACK: u8 = 2;
pub const PUBACK: u8 = 4;
pub const SUBACK: u8 = 9;
pub const PINGRESP: u8 = 13;
pub const DISCONNECT: u8 = 14;

/// A packet: its kind, and what follows the length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packet {
    pub kind: u8,
    pub body: Vec<u8>,
}

impl Packet {
    /// The packet's number, of a PUBACK.
    pub fn id(&self) -> u16 {
        u16::from_be_bytes([self.body[0], self.body[1]])
    }

    /// The reason code, of a PUBACK or CONNACK; 0 is success.
    pub fn code(&self) -> u8 {
        match self.kind {
            CONNACK => self.body[1],
            PUBACK => self.body.get(2).copied().unwrap_or_default(),
            DISCONNECT => self.body.first().copied().unwrap_or_default(),
            _ => self.body.last().copied().unwrap_or_default(),
        }
    }
}

/// A connection.
pub struct Gateway {
    pub stream: TcpStream,
    pub version: u8,
}

fn text(text: &str) -> Vec<u8> {
    let length = u16::try_from(text.len()).expect("a short text");
    [&length.to_be_bytes(), text.as_bytes()].concat()
}

pub fn packet(first: u8, body: &[u8]) -> Vec<u8> {
    let mut bytes = vec![first];
    let mut left = body.len();
    loop {
        let low = u8::try_from(left % 128).expect("seven bits");
        left /= 128;
        bytes.push(if left > 0 { low | 0x80 } else { low });
        if left == 0 {
            break;
        }
    }
    bytes.extend(body);
    bytes
}

impl Gateway {
    /// Opens a connection and says nothing.
    pub async fn open(address: SocketAddr, version: u8) -> io::Result<Self> {
        Ok(Self { stream: TcpStream::connect(address).await?, version })
    }

    /// Connects with MQTT 3.1.1 (4) or 5, and gives the answer.
    pub async fn connect(
        address: SocketAddr,
        version: u8,
        login: &str,
        password: &str,
        keep_alive: u16,
    ) -> io::Result<(Self, Packet)> {
        let mut gateway = Self::open(address, version).await?;
        let mut body = [text("MQTT"), vec![version, 0b1100_0010]].concat();
        body.extend(keep_alive.to_be_bytes());
        if version == 5 {
            body.push(0);
        }
        body.extend([text(&format!("test-{login}")), text(login), text(password)].concat());
        gateway.stream.write_all(&packet(0x10, &body)).await?;
        let answer = gateway.next().await?;
        Ok((gateway, answer))
    }

    /// Publishes with QoS 1 under a number, or with QoS 0.
    pub async fn publish(&mut self, topic: &str, payload: &[u8], id: Option<u16>) -> io::Result<()> {
        self.publish_as(if id.is_some() { 0x32 } else { 0x30 }, topic, payload, id).await
    }

    pub async fn publish_as(
        &mut self,
        first: u8,
        topic: &str,
        payload: &[u8],
        id: Option<u16>,
    ) -> io::Result<()> {
        let mut body = text(topic);
        body.extend(id.map(u16::to_be_bytes).into_iter().flatten());
        if self.version == 5 {
            body.push(0);
        }
        body.extend(payload);
        self.stream.write_all(&packet(first, &body)).await
    }

    pub async fn subscribe(&mut self, filter: &str) -> io::Result<()> {
        let mut body = vec![0, 9];
        if self.version == 5 {
            body.push(0);
        }
        body.extend(text(filter));
        body.push(1);
        self.stream.write_all(&packet(0x82, &body)).await
    }

    pub async fn ping(&mut self) -> io::Result<()> {
        self.stream.write_all(&[0xC0, 0]).await
    }

    /// The next packet; an error when the connection ends or nothing comes for long.
    pub async fn next(&mut self) -> io::Result<Packet> {
        let read = async {
            let first = self.stream.read_u8().await?;
            let (mut length, mut shift) = (0_usize, 0);
            loop {
                let byte = self.stream.read_u8().await?;
                length |= usize::from(byte & 0x7F) << shift;
                shift += 7;
                if byte & 0x80 == 0 {
                    break;
                }
            }
            let mut body = vec![0; length];
            self.stream.read_exact(&mut body).await?;
            Ok(Packet { kind: first >> 4, body })
        };
        timeout(SOON, read).await.unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()))
    }

    /// Waits until the other side hangs up; gives what it said before.
    pub async fn hung_up(&mut self) -> Vec<Packet> {
        let mut said = Vec::new();
        loop {
            match self.next().await {
                Ok(packet) => said.push(packet),
                Err(error) if error.kind() == io::ErrorKind::TimedOut => panic!("nobody hung up"),
                Err(_) => return said,
            }
        }
    }
}
