//! The devices on a risk point, with the latest value of each of their series.

use domain::devices::{DeviceRow, StreamRow};
use leptos::prelude::*;

use super::words as w;
use crate::parts::{CityTime, StaleMark};
use crate::words::figures::maybe;
use crate::words::{n, t};

/// A table of devices: a line a series.
#[component]
pub fn DeviceRows(
    /// The devices.
    devices: Vec<DeviceRow>,
) -> impl IntoView {
    view! {
        <table class="rows">
            <caption class="visually-hidden">{t(w::DEVICES)}</caption>
            <thead>
                <tr>
                    <th scope="col">{t(w::DEVICE)}</th>
                    <th scope="col">{t(w::STAGE)}</th>
                    <th scope="col">{t(w::QUANTITY)}</th>
                    <th scope="col" class="number" title=t(w::VALUE_HINT)>{t(w::VALUE)}</th>
                    <th scope="col">{t(w::MEASURED)}</th>
                </tr>
            </thead>
            <tbody>{devices.into_iter().flat_map(lines).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn lines(device: DeviceRow) -> Vec<AnyView> {
    let streams = device.streams.clone();
    streams.into_iter().map(|stream| line(&device, stream)).collect()
}

fn line(device: &DeviceRow, stream: StreamRow) -> AnyView {
    let value = maybe(stream.value, stream.decimals);
    view! {
        <tr>
            <td class="cell-head"><b>{n(&device.name)}</b> <small class="row-sub">{device.code.clone()}</small></td>
            <td class="fit" data-label=t(w::STAGE)>{t(w::stage_text(device.stage))}</td>
            <td data-label=t(w::QUANTITY)>{n(&stream.quantity)}</td>
            <td class="number" class:hatched=stream.stale data-label=t(w::VALUE) title=t(w::VALUE_HINT)>
                <b>{value}</b> " " {stream.unit}
            </td>
            <td class="fit" data-label=t(w::MEASURED)>
                {match stream.at {
                    Some(at) => view! { <CityTime at=at /> }.into_any(),
                    None => t(w::NEVER).into_any(),
                }}
                {stream.stale.then(|| view! { " " <StaleMark /> })}
            </td>
        </tr>
    }
    .into_any()
}
