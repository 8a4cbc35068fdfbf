"""2,000 devices on the risk points -> data/devices.csv. One gateway a district; one quantity a device, none for cameras and barriers."""

import csv
import math

from shapely.geometry import Point

from city import DATA, centres, dice, within, write_csv

TOTAL = 2000
# Device kind: name, English name, quantity it measures (empty: none), seconds between readings.
KINDS = {
    "depth_gauge": ("积水计", "Depth gauge", "water_depth", 10), "rain_gauge": ("雨量计", "Rain gauge", "rainfall_1h", 300),
    "rain_3h": ("雨量累计仪", "Rain accumulator", "rainfall_3h", 300), "level_gauge": ("水位计", "Level gauge", "water_level", 300),
    "stage_meter": ("超警戒测报仪", "Stage reporter", "above_warning", 300), "gnss": ("北斗位移站", "BeiDou displacement station", "displacement_rate", 1800),
    "crack_meter": ("裂缝计", "Crack meter", "crack_width", 1800), "tiltmeter": ("倾角计", "Tiltmeter", "tilt", 1800),
    "soil_probe": ("土壤墒情仪", "Soil probe", "soil_moisture", 3600), "reservoir_gauge": ("库水位计", "Reservoir gauge", "reservoir_margin", 600),
    "piezometer": ("渗压计", "Piezometer", "seepage_pressure", 1800), "deflectometer": ("挠度仪", "Deflectometer", "deflection_ratio", 60),
    "strain_gauge": ("应变计", "Strain gauge", "strain", 300), "accelerometer": ("振动传感器", "Vibration sensor", "vibration", 60),
    "weigh_in_motion": ("动态称重", "Weigh-in-motion", "vehicle_weight", 60), "co_sensor": ("一氧化碳检测仪", "CO detector", "co", 60),
    "visibility_meter": ("能见度仪", "Visibility meter", "visibility", 60), "anemometer": ("风速仪", "Anemometer", "wind_speed", 300),
    "gas_detector": ("可燃气体探测器", "Gas detector", "methane", 30), "gas_pressure": ("燃气压力计", "Gas pressure gauge", "gas_pressure", 60),
    "water_pressure": ("供水压力计", "Water pressure gauge", "pipe_pressure", 60), "flow_meter": ("流量计", "Flow meter", "pipe_flow", 60),
    "chlorine_meter": ("余氯仪", "Chlorine meter", "residual_chlorine", 600), "turbidimeter": ("浊度仪", "Turbidimeter", "turbidity", 600),
    "well_gauge": ("液位计", "Well gauge", "well_level", 600), "h2s_detector": ("硫化氢检测仪", "H2S detector", "hydrogen_sulfide", 600),
    "oxygen_probe": ("溶解氧探头", "Oxygen probe", "dissolved_oxygen", 600), "ammonia_probe": ("氨氮分析仪", "Ammonia analyser", "ammonia_nitrogen", 3600),
    "permanganate": ("高锰酸盐分析仪", "Permanganate analyser", "permanganate", 3600), "ph_probe": ("pH 探头", "pH probe", "ph", 600),
    "smoke_detector": ("烟感", "Smoke detector", "smoke", 300), "fire_main": ("消防水压计", "Fire-main gauge", "hydrant_pressure", 600),
    "current_monitor": ("电气火灾监测仪", "Electrical-fire monitor", "residual_current", 600), "weather_t": ("温度计", "Thermometer", "temperature", 600),
    "weather_h": ("湿度计", "Hygrometer", "humidity", 600), "thermal_camera": ("热成像云台", "Thermal camera", "hot_spot", 30),
    "people_counter": ("客流计数器", "People counter", "crowd_count", 60), "density_camera": ("密度分析摄像机", "Density camera", "crowd_density", 60),
    "capacity_meter": ("承载率分析仪", "Capacity meter", "crowd_ratio", 60), "load_meter": ("负载监测仪", "Load meter", "load_ratio", 300),
    "oil_thermometer": ("油温计", "Oil thermometer", "oil_temperature", 300), "pm25": ("PM2.5 监测仪", "PM2.5 monitor", "pm25", 600),
    "pm10": ("PM10 监测仪", "PM10 monitor", "pm10", 600), "noise": ("噪声计", "Sound-level meter", "noise", 600), "voc": ("VOC 监测仪", "VOC monitor", "voc", 300),
    "settlement": ("沉降仪", "Settlement gauge", "settlement", 1800), "traffic": ("交通流检测器", "Traffic detector", "traffic_index", 300),
    "camera": ("摄像机", "Camera", "", 60), "barrier": ("自动道闸", "Automatic barrier", "", 60), "sign": ("情报板", "Message sign", "", 60),
    "broadcast": ("预警广播", "Warning loudspeaker", "", 60), "pump": ("排水泵控制器", "Pump controller", "", 60),
}
# What stands at a point, most needed first; the second line is what is added while there is budget.
AT = {
    "underpass": ("depth_gauge depth_gauge rain_gauge camera barrier sign pump", "traffic broadcast"),
    "flood_spot": ("depth_gauge rain_gauge camera", "well_gauge broadcast"),
    "geohazard": ("gnss crack_meter rain_gauge broadcast", "soil_probe tiltmeter gnss camera"),
    "slope": ("gnss tiltmeter rain_gauge", "soil_probe camera"),
    "dangerous_rock": ("tiltmeter crack_meter camera", "gnss accelerometer broadcast"),
    "reservoir": ("reservoir_gauge piezometer rain_gauge camera", "piezometer broadcast settlement"),
    "river_station": ("level_gauge stage_meter rain_gauge", "camera anemometer"),
    "rain_station": ("rain_gauge rain_3h weather_t", "weather_h anemometer"),
    "water_section": ("oxygen_probe ammonia_probe permanganate ph_probe", "turbidimeter level_gauge camera"),
    "bridge": ("deflectometer strain_gauge accelerometer weigh_in_motion", "tiltmeter anemometer camera traffic strain_gauge"),
    "tunnel": ("co_sensor visibility_meter anemometer camera", "smoke_detector traffic sign"),
    "rail_station": ("capacity_meter people_counter camera", "smoke_detector broadcast"),
    "highrise": ("smoke_detector fire_main current_monitor", "smoke_detector camera smoke_detector"),
    "gas_station": ("gas_detector gas_pressure camera", "gas_detector flow_meter"),
    "water_main": ("water_pressure flow_meter chlorine_meter turbidimeter", "water_pressure"),
    "drainage_well": ("gas_detector well_gauge h2s_detector", "camera"),
    "crowd_place": ("capacity_meter people_counter density_camera camera", "broadcast noise sign camera"),
    "forest_zone": ("thermal_camera smoke_detector weather_t anemometer", "weather_h rain_gauge broadcast camera"),
    "chemical_plant": ("voc gas_detector gas_detector anemometer camera", "weather_t voc broadcast"),
    "construction_site": ("settlement pm10 noise camera", "pm25 tiltmeter"),
    "ferry": ("anemometer level_gauge people_counter camera", "visibility_meter broadcast"),
    "substation": ("load_meter oil_thermometer camera", "weather_t smoke_detector"),
}
NEEDED, EXTRA = ({kind: lists[i].split() for kind, lists in AT.items()} for i in (0, 1))


def choose(points):
    """Device kinds by point: what is needed, then extras and second sets in turn until the total is reached."""
    chosen = {p["code"]: NEEDED[p["kind"]][:] for p in points}
    turn = 0
    while (count := sum(map(len, chosen.values()))) < TOTAL:
        for point in points:
            more = EXTRA[point["kind"]]
            if turn < len(more) and count < TOTAL:
                chosen[point["code"]].append(more[turn])
                count += 1
        turn += 1
        if turn > 9:
            raise SystemExit("not enough kinds of devices for the total")
    return chosen


def main():
    points = list(csv.DictReader((DATA / "risk_points.csv").open()))
    found, rows = centres(), []
    for code, kinds in choose(points).items():
        point = next(p for p in points if p["code"] == code)
        township = found[point["township"]]
        many = {k: kinds.count(k) for k in kinds}
        seen = {}
        for n, kind in enumerate(kinds, 1):
            random = dice("device", code, n)
            zh, en, quantity, period = KINDS[kind]
            seen[kind] = seen.get(kind, 0) + 1
            number = f" {seen[kind]}#" if many[kind] > 1 else ""
            angle, metres = random.uniform(0, 2 * math.pi), random.uniform(10, 180)
            spot = within(township.shape, float(point["lon"]) + metres * math.cos(angle) / 96500,
                          float(point["lat"]) + metres * math.sin(angle) / 111000)
            if Point(float(point["lon"]), float(point["lat"])).distance(spot) > 0.003:
                spot = Point(float(point["lon"]), float(point["lat"]))
            stage = random.choices(["operated", "used", "managed", "built"], [80, 12, 5, 3])[0]
            stage = "operated" if n <= 2 else stage
            rows.append([f"{code}-{n}", code, kind, f"{point['name']}{number or ''}{'' if number else ' '}{zh}".replace("#", "号"),
                         f"{point['name_en']}, {en.lower() if en[:2].istitle() else en}{number.replace('#', '')}", round(spot.x, 6), round(spot.y, 6),
                         quantity, stage, f"gw-{township.parent.lower()}", period])
    write_csv("devices.csv", ["code", "risk_point", "kind", "name", "name_en", "lon", "lat", "quantity", "stage", "gateway", "period_s"], rows)


if __name__ == "__main__":
    main()
