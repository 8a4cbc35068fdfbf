//! MQTT 3.1.1 and 5 for a server that only takes messages in: bytes go in, what was heard and bytes to answer come out.
//! No I/O happens here.

use std::collections::VecDeque;
use std::time::Duration;

use mqtt_protocol_core::mqtt::common::Cursor;
use mqtt_protocol_core::mqtt::connection::{ConnectionOptions, Event, TimerKind};
use mqtt_protocol_core::mqtt::packet::{
    self, GenericPacketTrait, MaximumQos, Packet, Property, Qos, ReceiveMaximum, RetainAvailable,
    ServerKeepAlive, SessionExpiryInterval, SharedSubscriptionAvailable, SubscriptionIdentifierAvailable,
    WildcardSubscriptionAvailable, v3_1_1, v5_0,
};
use mqtt_protocol_core::mqtt::result_code::{
    ConnectReasonCode, ConnectReturnCode, DisconnectReasonCode, MqttError, PubackReasonCode,
    SubackReasonCode, SubackReturnCode, UnsubackReasonCode,
};
use mqtt_protocol_core::mqtt::{Connection, Version, role};

use super::PACKET_MAX;

/// Messages of one connection that may wait for their acknowledgement. MQTT 5 is told; of 3.1.1 no more is read.
pub const IN_FLIGHT: u16 = 256;
/// Seconds without a packet after which a gateway that promises none is taken for dead.
const SILENCE_S: u16 = 600;

/// What a client asks for.
#[derive(Debug, PartialEq)]
pub enum Heard {
    /// To be let in.
    Connect(Credentials),
    /// To take a message.
    Publish(Published),
    /// To leave.
    Goodbye,
}

/// Who wants to be let in.
#[derive(Debug, PartialEq)]
pub struct Credentials {
    /// User name.
    pub login: String,
    /// Password; empty if none was given.
    pub password: String,
    keep_alive: u16,
    nameless: bool,
}

/// A message.
#[derive(Debug, PartialEq)]
pub struct Published {
    /// Where to.
    pub topic: String,
    /// What.
    pub payload: Vec<u8>,
    /// Under which number it wants to be acknowledged; none for quality of service 0.
    pub id: Option<u16>,
}

/// Why a message is not taken, as MQTT 5 can say. An older client is hung up on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// It is another gateway's topic.
    NotYours,
    /// It is no topic for readings.
    NoSuchTopic,
}

/// One connection's protocol.
pub struct Protocol {
    connection: Connection<role::Server>,
    /// Bytes to be sent.
    pub out: Vec<u8>,
    /// What was heard and not handled yet.
    pub heard: VecDeque<Heard>,
    /// The connection is to be closed once `out` is sent.
    pub closing: bool,
    /// Close when nothing was read for so long.
    pub silence: Option<Duration>,
}

impl Protocol {
    /// Of a client that has said nothing yet.
    pub fn new() -> Self {
        let options = ConnectionOptions::new().maximum_packet_size_recv(PACKET_MAX);
        let mut connection = Connection::with_options(Version::Undetermined, options);
        connection.set_auto_ping_response(true);
        Self { connection, out: Vec::new(), heard: VecDeque::new(), closing: false, silence: None }
    }

    fn is_v5(&self) -> bool {
        self.connection.get_protocol_version() == Version::V5_0
    }

    /// Takes in bytes that were read.
    pub fn feed(&mut self, bytes: &[u8]) {
        let (mut cursor, end) = (Cursor::new(bytes), bytes.len() as u64);
        while !self.closing && cursor.position() < end {
            let events = self.connection.recv(&mut cursor);
            self.apply(events);
        }
    }

    fn apply(&mut self, events: Vec<Event>) {
        for event in events {
            match event {
                Event::NotifyPacketReceived(packet) => self.hear(packet),
                Event::RequestSendPacket { packet, .. } => self.out.extend(packet.to_continuous_buffer()),
                Event::RequestTimerReset { kind: TimerKind::PingreqRecv, duration_ms } => {
                    self.silence = Some(Duration::from_millis(duration_ms));
                }
                Event::NotifyError(error) => {
                    tracing::debug!(%error, "A gateway broke the rules of MQTT.");
                    self.closing = true;
                }
                Event::RequestClose => self.closing = true,
                _ => {}
            }
        }
    }

    fn hear(&mut self, packet: Packet) {
        match packet {
            Packet::V3_1_1Connect(connect) => self.heard.push_back(Heard::Connect(Credentials {
                login: connect.user_name().unwrap_or_default().to_owned(),
                password: text(connect.password()),
                keep_alive: connect.keep_alive(),
                nameless: connect.client_id().is_empty(),
            })),
            Packet::V5_0Connect(connect) => self.heard.push_back(Heard::Connect(Credentials {
                login: connect.user_name().unwrap_or_default().to_owned(),
                password: text(connect.password()),
                keep_alive: connect.keep_alive(),
                nameless: connect.client_id().is_empty(),
            })),
            Packet::V3_1_1Publish(publish) => {
                self.publish(
                    publish.qos(),
                    publish.topic_name(),
                    publish.payload().as_slice(),
                    publish.packet_id(),
                );
            }
            Packet::V5_0Publish(publish) => {
                if publish.retain() {
                    return self.disconnect(DisconnectReasonCode::RetainNotSupported);
                }
                self.publish(
                    publish.qos(),
                    publish.topic_name(),
                    publish.payload().as_slice(),
                    publish.packet_id(),
                );
            }
            Packet::V3_1_1Subscribe(subscribe) => {
                let codes = vec![SubackReturnCode::Failure; subscribe.entries().len()];
                let suback =
                    v3_1_1::Suback::builder().packet_id(subscribe.packet_id()).return_codes(codes).build();
                self.send(suback.map(Packet::from));
            }
            Packet::V5_0Subscribe(subscribe) => {
                let codes = vec![SubackReasonCode::NotAuthorized; subscribe.entries().len()];
                let suback =
                    v5_0::Suback::builder().packet_id(subscribe.packet_id()).reason_codes(codes).build();
                self.send(suback.map(Packet::from));
            }
            Packet::V3_1_1Unsubscribe(unsubscribe) => {
                let unsuback = v3_1_1::Unsuback::builder().packet_id(unsubscribe.packet_id()).build();
                self.send(unsuback.map(Packet::from));
            }
            Packet::V5_0Unsubscribe(unsubscribe) => {
                let codes = vec![UnsubackReasonCode::NoSubscriptionExisted; unsubscribe.entries().len()];
                let unsuback =
                    v5_0::Unsuback::builder().packet_id(unsubscribe.packet_id()).reason_codes(codes).build();
                self.send(unsuback.map(Packet::from));
            }
            Packet::V3_1_1Disconnect(_) | Packet::V5_0Disconnect(_) => self.heard.push_back(Heard::Goodbye),
            // The library has answered it.
            Packet::V3_1_1Pingreq(_) | Packet::V5_0Pingreq(_) => {}
            // Nothing was ever sent that these could answer.
            _ => self.disconnect(DisconnectReasonCode::ProtocolError),
        }
    }

    fn publish(&mut self, qos: Qos, topic: &str, payload: &[u8], id: Option<u16>) {
        if qos == Qos::ExactlyOnce {
            return self.disconnect(DisconnectReasonCode::QosNotSupported);
        }
        let (topic, payload) = (topic.to_owned(), payload.to_vec());
        self.heard.push_back(Heard::Publish(Published { topic, payload, id }));
    }

    fn send(&mut self, packet: Result<Packet, MqttError>) {
        match packet {
            Ok(packet) => {
                let events = self.connection.send(packet);
                self.apply(events);
            }
            Err(error) => {
                tracing::warn!(%error, "An MQTT packet could not be made.");
                self.closing = true;
            }
        }
    }

    /// Lets the client in.
    pub fn accept(&mut self, credentials: &Credentials) {
        if !self.is_v5() {
            self.silence.get_or_insert(Duration::from_secs(u64::from(SILENCE_S) * 3 / 2));
            let connack = v3_1_1::Connack::builder()
                .session_present(false)
                .return_code(ConnectReturnCode::Accepted)
                .build();
            return self.send(connack.map(Packet::from));
        }
        match properties(credentials) {
            Ok(props) => {
                let connack = v5_0::Connack::builder().session_present(false);
                let connack = connack.reason_code(ConnectReasonCode::Success).props(props).build();
                self.send(connack.map(Packet::from));
            }
            Err(error) => self.send(Err(error)),
        }
    }

    /// Does not let the client in: for what it said, or for want of a database.
    pub fn refuse(&mut self, unavailable: bool) {
        let packet = if self.is_v5() {
            let code = if unavailable {
                ConnectReasonCode::ServerUnavailable
            } else {
                ConnectReasonCode::BadUserNameOrPassword
            };
            v5_0::Connack::builder().session_present(false).reason_code(code).build().map(Packet::from)
        } else {
            let code = if unavailable {
                ConnectReturnCode::ServerUnavailable
            } else {
                ConnectReturnCode::BadUserNameOrPassword
            };
            v3_1_1::Connack::builder().session_present(false).return_code(code).build().map(Packet::from)
        };
        self.send(packet);
        self.closing = true;
    }

    /// Says that a message is committed.
    pub fn acknowledge(&mut self, id: u16) {
        let packet = if self.is_v5() {
            v5_0::Puback::builder().packet_id(id).build().map(Packet::from)
        } else {
            v3_1_1::Puback::builder().packet_id(id).build().map(Packet::from)
        };
        self.send(packet);
    }

    /// Says that a message is not taken, and why, as far as the version has words for it.
    pub fn decline(&mut self, id: Option<u16>, wrong: Wrong) {
        match id.filter(|_| self.is_v5()) {
            Some(id) => {
                let code = match wrong {
                    Wrong::NotYours => PubackReasonCode::NotAuthorized,
                    Wrong::NoSuchTopic => PubackReasonCode::TopicNameInvalid,
                };
                let puback = v5_0::Puback::builder().packet_id(id).reason_code(code).build();
                self.send(puback.map(Packet::from));
            }
            None => self.disconnect(match wrong {
                Wrong::NotYours => DisconnectReasonCode::NotAuthorized,
                Wrong::NoSuchTopic => DisconnectReasonCode::TopicNameInvalid,
            }),
        }
    }

    /// Ends the connection; MQTT 5 hears why.
    fn disconnect(&mut self, code: DisconnectReasonCode) {
        if self.is_v5() && !self.closing {
            let disconnect = v5_0::Disconnect::builder().reason_code(code).build();
            self.send(disconnect.map(Packet::from));
        }
        self.closing = true;
    }

    /// Ends the connection because the server stops.
    pub fn shut_down(&mut self) {
        self.disconnect(DisconnectReasonCode::ServerShuttingDown);
    }

    /// Ends the connection because nothing was heard for too long.
    pub fn silent(&mut self) {
        self.disconnect(DisconnectReasonCode::KeepAliveTimeout);
    }
}

/// What MQTT 5 is told of what we do not do.
fn properties(credentials: &Credentials) -> Result<Vec<Property>, MqttError> {
    let mut props: Vec<Property> = vec![
        SessionExpiryInterval::new(0)?.into(),
        ReceiveMaximum::new(IN_FLIGHT)?.into(),
        MaximumQos::new(1)?.into(),
        RetainAvailable::new(0)?.into(),
        packet::MaximumPacketSize::new(PACKET_MAX)?.into(),
        WildcardSubscriptionAvailable::new(0)?.into(),
        SubscriptionIdentifierAvailable::new(0)?.into(),
        SharedSubscriptionAvailable::new(0)?.into(),
    ];
    if credentials.keep_alive == 0 || credentials.keep_alive > SILENCE_S {
        props.push(ServerKeepAlive::new(SILENCE_S)?.into());
    }
    if credentials.nameless {
        let name = format!("gateway-{:016x}", rand::random::<u64>());
        props.push(packet::AssignedClientIdentifier::new(name)?.into());
    }
    Ok(props)
}

/// A password as text; what is not UTF-8 becomes one that no gateway has.
fn text(bytes: Option<&[u8]>) -> String {
    String::from_utf8_lossy(bytes.unwrap_or_default()).into_owned()
}
