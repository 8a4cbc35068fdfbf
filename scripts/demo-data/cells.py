"""Which generated cell each generated township takes -> data/township_cells.csv.

166 township cells of centres.geojson stand at points drawn at random inside their district, so 解放碑 may lie at the
wrong end of 渝中. Here the generated cells of one district are exchanged among its generated townships so that the
well-known ones come as near as they can to where they really are. Coordinates: general knowledge, to about 1 km.
"""

from city import centres, dice, townships, write_csv

KNOWN = {
    "500103": "七星岗 106.569 29.557 解放碑 106.577 29.560 两路口 106.551 29.551 上清寺 106.543 29.562 菜园坝 106.553 29.546 "
              "南纪门 106.567 29.551 朝天门 106.585 29.566 大溪沟 106.556 29.564 大坪 106.520 29.541 化龙桥 106.518 29.555 石油路 106.509 29.538",
    "500104": "跃进村 106.484 29.485 九宫庙 106.487 29.476 茄子溪 106.466 29.438 春晖路 106.478 29.488 八桥 106.462 29.480 "
              "建胜 106.455 29.440 跳磴 106.420 29.420",
    "500105": "华新街 106.553 29.573 江北城 106.572 29.572 石马河 106.497 29.598 大石坝 106.503 29.580 观音桥 106.532 29.575 "
              "五里店 106.575 29.583 郭家沱 106.690 29.590 铁山坪 106.690 29.640",
    "500106": "小龙坎 106.460 29.551 沙坪坝 106.463 29.566 渝碚路 106.4575 29.5555 磁器口 106.4497 29.580 童家桥 106.440 29.583 "
              "石井坡 106.445 29.598 双碑 106.440 29.610 井口 106.435 29.630 山洞 106.400 29.535 新桥 106.438 29.525 天星桥 106.450 29.540 "
              "土湾 106.472 29.550 覃家岗 106.435 29.545 陈家桥 106.350 29.615 西永 106.370 29.595 联芳 106.452 29.530 丰文 106.370 29.620 "
              "香炉山 106.345 29.580 凤凰 106.300 29.650 中梁 106.400 29.660",
    "500107": "黄桷坪 106.535 29.490 谢家湾 106.520 29.522 石坪桥 106.503 29.522 石桥铺 106.485 29.530 中梁山 106.445 29.480 "
              "渝州路 106.500 29.535 二郎 106.465 29.515 九龙 106.490 29.500 华岩 106.430 29.500 含谷 106.370 29.500 巴福 106.370 29.420 "
              "铜罐驿 106.400 29.320",
    "500108": "铜元局 106.552 29.533 花园路 106.560 29.520 海棠溪 106.570 29.540 龙门浩 106.585 29.548 弹子石 106.598 29.580 "
              "南山 106.620 29.540 天文 106.640 29.500 南坪 106.555 29.505 涂山 106.600 29.560 峡口 106.670 29.570",
    "500110": "文龙 106.650 29.030 通惠 106.650 29.050 东溪 106.660 28.760 郭扶 106.570 28.870 扶欢 106.760 28.770",
    "500112": "天宫殿 106.535 29.615 龙溪 106.530 29.595 龙山 106.520 29.600 龙塔 106.540 29.600 两路 106.630 29.720 宝圣湖 106.615 29.700 "
              "金山 106.555 29.650 康美 106.575 29.640 仙桃 106.600 29.735",
    "500113": "鱼洞 106.520 29.385 花溪 106.540 29.440 李家沱 106.540 29.470 南泉 106.610 29.420 南彭 106.660 29.350 莲花 106.560 29.400 "
              "二圣 106.780 29.430",
}
# How much an error counts: the stories of the demo happen here.
WEIGHT = {"渝碚路": 9, "磁器口": 4, "解放碑": 4, "观音桥": 9, "大石坝": 4, "沙坪坝": 2}


def cost(township, cell, spots):
    lon, lat = spots[township.short]
    return ((lon - cell.label_lon) ** 2 + (lat - cell.label_lat) ** 2) * WEIGHT.get(township.short, 1)


def best(units, spots, random):
    """Exchanges pairs until none helps; the best of many starts. At most 20 cells, so this is exact enough."""
    winner = None
    for _ in range(200):
        cells = units[:]
        random.shuffle(cells)
        better = True
        while better:
            better = False
            for i in range(len(units)):
                for j in range(i):
                    now = cost(units[i], cells[i], spots) + cost(units[j], cells[j], spots)
                    then = cost(units[i], cells[j], spots) + cost(units[j], cells[i], spots)
                    if then < now - 1e-12:
                        cells[i], cells[j], better = cells[j], cells[i], True
        total = sum(cost(u, c, spots) for u, c in zip(units, cells))
        if winner is None or total < winner[0]:
            winner = total, cells
    return winner[1]


if __name__ == "__main__":
    import city
    (city.DATA / "township_cells.csv").unlink(missing_ok=True)
    found, rows = centres(), []
    for district, text in KNOWN.items():
        words = text.split()
        spots = {words[i]: (float(words[i + 1]), float(words[i + 2])) for i in range(0, len(words), 3)}
        units = [t for t in townships(found, district) if t.placed == "generated" and t.short in spots]
        rows += [(u.code, u.name, c.code) for u, c in zip(units, best(units, spots, dice("cells", district))) if u is not c]
    write_csv("township_cells.csv", ["code", "name", "cell"], rows)
