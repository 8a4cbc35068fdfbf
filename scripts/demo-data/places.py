"""Named places of the city for risk points: (kind, Chinese name, English name, longitude, latitude, centre it belongs to).

The centre is a township code, or a district code where any township of it will do. Names are public knowledge; positions are
from memory, to about 1 km, and are moved into the centre's (illustrative) polygon.
"""

# Places the stories need come first within their kind: their codes end in 01.
NAMED = """
underpass|南开下穿道|Nankai Underpass|106.4575|29.5555|500106003
underpass|观音桥下穿道|Guanyinqiao Underpass|106.532|29.575|500105006
underpass|凤天大道下穿道|Fengtian Avenue Underpass|106.433|29.533|500106
underpass|汉渝路下穿道|Hanyu Road Underpass|106.460|29.566|500106
underpass|天马路下穿道|Tianma Road Underpass|106.445|29.552|500106
underpass|红岩村下穿道|Hongyancun Underpass|106.512|29.553|500103
underpass|菜园坝下穿道|Caiyuanba Underpass|106.553|29.546|500103
underpass|五里店下穿道|Wulidian Underpass|106.575|29.583|500105
underpass|石马河下穿道|Shimahe Underpass|106.497|29.598|500105
underpass|石桥铺下穿道|Shiqiaopu Underpass|106.485|29.530|500107005
underpass|谢家湾下穿道|Xiejiawan Underpass|106.520|29.522|500107
underpass|二郎下穿道|Erlang Underpass|106.465|29.515|500107
underpass|南坪下穿道|Nanping Underpass|106.563|29.523|500108
underpass|海峡路下穿道|Haixia Road Underpass|106.560|29.500|500108
underpass|茶园下穿道|Chayuan Underpass|106.650|29.495|500108
underpass|九宫庙下穿道|Jiugongmiao Underpass|106.487|29.476|500104
underpass|八桥下穿道|Baqiao Underpass|106.462|29.480|500104
underpass|红旗河沟下穿道|Hongqihegou Underpass|106.527|29.592|500112
underpass|冉家坝下穿道|Ranjiaba Underpass|106.520|29.600|500112
underpass|空港下穿道|Konggang Underpass|106.630|29.720|500112
underpass|回兴下穿道|Huixing Underpass|106.610|29.685|500112
underpass|李家沱下穿道|Lijiatuo Underpass|106.540|29.470|500113
underpass|龙洲湾下穿道|Longzhouwan Underpass|106.550|29.400|500113
underpass|北碚城南下穿道|Beibei Chengnan Underpass|106.430|29.810|500109
river_station|寸滩站|Cuntan Gauge|106.600|29.617|500105005
river_station|磁器口站|Ciqikou Gauge|106.450|29.582|500106004
river_station|武隆站|Wulong Gauge|107.750|29.325|500156
river_station|彭水站|Pengshui Gauge|108.165|29.295|500243001
river_station|五岔站|Wucha Gauge|106.620|29.190|500110
river_station|朱沱站|Zhutuo Gauge|105.850|29.010|500118
river_station|北碚站|Beibei Gauge|106.430|29.840|500109
river_station|小河坝站|Xiaoheba Gauge|105.870|30.170|500152
river_station|东津沱站|Dongjintuo Gauge|106.290|29.970|500117
river_station|清溪场站|Qingxichang Gauge|107.460|29.800|500102
river_station|万县站|Wanxian Gauge|108.380|30.800|500101
river_station|奉节站|Fengjie Gauge|109.470|31.020|500236
river_station|巫山站|Wushan Gauge|109.880|31.075|500237
river_station|巫溪站|Wuxi Gauge|109.630|31.400|500238
river_station|忠县站|Zhongxian Gauge|108.040|30.290|500233
river_station|云阳站|Yunyang Gauge|108.690|30.930|500235
river_station|长寿站|Changshou Gauge|107.080|29.800|500115
river_station|丰都站|Fengdu Gauge|107.730|29.870|500230
river_station|江津几江站|Jijiang Gauge|106.260|29.290|500116
river_station|龚滩站|Gongtan Gauge|108.350|28.900|500242
river_station|安居站|Anju Gauge|106.150|29.960|500151
river_station|菜园坝站|Caiyuanba Gauge|106.553|29.545|500103
crowd_place|观音桥天桥|Guanyinqiao Footbridge|106.532|29.5745|500105006
crowd_place|解放碑步行街|Jiefangbei Pedestrian Street|106.577|29.5585|500103003
crowd_place|磁器口古镇|Ciqikou Old Town|106.4497|29.5795|500106004
crowd_place|洪崖洞|Hongyadong|106.578|29.564|500103
crowd_place|观音桥步行街|Guanyinqiao Pedestrian Street|106.530|29.573|500105006
crowd_place|三峡广场|Three Gorges Square, Shapingba|106.459|29.559|500106
crowd_place|朝天门广场|Chaotianmen Square|106.585|29.566|500103
crowd_place|南滨路观景平台|Nanbin Road Viewing Terrace|106.585|29.550|500108
crowd_place|南坪步行街|Nanping Pedestrian Street|106.563|29.523|500108
crowd_place|杨家坪步行街|Yangjiaping Pedestrian Street|106.512|29.507|500107
crowd_place|重庆西站|Chongqing West Railway Station|106.435|29.505|500106
crowd_place|重庆北站|Chongqing North Railway Station|106.550|29.610|500112
crowd_place|江北国际机场 T3|Jiangbei Airport T3|106.640|29.710|500112
crowd_place|李子坝观景平台|Liziba Viewing Platform|106.533|29.556|500103
crowd_place|国博中心|International Expo Centre|106.560|29.700|500112
crowd_place|重庆奥体中心|Olympic Sports Centre|106.505|29.530|500107
crowd_place|大足石刻景区|Dazu Rock Carvings|105.790|29.750|500111
crowd_place|仙女山景区|Xiannüshan Scenic Area|107.770|29.430|500156
crowd_place|万州高笋塘广场|Gaosuntang Square, Wanzhou|108.380|30.808|500101
crowd_place|白帝城景区|Baidicheng Scenic Area|109.570|31.045|500236
water_section|蒲河寨溪大桥断面|Puhe River, Zhaixi Bridge|106.730|28.960|500110003
water_section|长江朱沱断面|Yangtze, Zhutuo|105.850|29.015|500118
water_section|长江寸滩断面|Yangtze, Cuntan|106.600|29.615|500105005
water_section|长江清溪场断面|Yangtze, Qingxichang|107.460|29.795|500102
water_section|长江晒网坝断面|Yangtze, Shaiwangba|108.390|30.780|500101
water_section|长江培石断面|Yangtze, Peishi|110.080|31.020|500237
water_section|嘉陵江大溪沟断面|Jialing, Daxigou|106.556|29.567|500103
water_section|嘉陵江北温泉断面|Jialing, North Hot Spring|106.400|29.860|500109
water_section|涪江玉溪断面|Fu River, Yuxi|105.760|30.290|500152
water_section|乌江锣鹰断面|Wu River, Luoying|107.480|29.480|500156
water_section|乌江万木断面|Wu River, Wanmu|108.560|28.660|500242
water_section|梁滩河西西桥断面|Liangtan River, Xixi Bridge|106.400|29.760|500109
water_section|璧南河两河口断面|Binan River, Lianghekou|106.200|29.380|500120
water_section|临江河朱杨溪断面|Linjiang River, Zhuyangxi|105.950|29.180|500116
water_section|濑溪河高洞电站断面|Laixi River, Gaodong|105.550|29.330|500153
water_section|琼江中和断面|Qiong River, Zhonghe|105.650|30.050|500152
water_section|阿蓬江官渡断面|Apeng River, Guandu|108.700|29.330|500114
water_section|大宁河花台断面|Daning River, Huatai|109.660|31.250|500238
water_section|小江高阳渡口断面|Xiao River, Gaoyang Ferry|108.680|31.090|500235
water_section|龙溪河六剑滩断面|Longxi River, Liujiantan|107.200|29.950|500115
bridge|朝天门长江大桥|Chaotianmen Yangtze Bridge|106.590|29.590|500105
bridge|千厮门嘉陵江大桥|Qiansimen Jialing Bridge|106.579|29.567|500103
bridge|东水门长江大桥|Dongshuimen Yangtze Bridge|106.589|29.559|500103
bridge|黄花园嘉陵江大桥|Huanghuayuan Jialing Bridge|106.562|29.567|500103
bridge|渝澳嘉陵江大桥|Yu'ao Jialing Bridge|106.543|29.566|500105
bridge|嘉华嘉陵江大桥|Jiahua Jialing Bridge|106.521|29.562|500103
bridge|石门嘉陵江大桥|Shimen Jialing Bridge|106.480|29.580|500106
bridge|双碑嘉陵江大桥|Shuangbei Jialing Bridge|106.445|29.605|500106
bridge|菜园坝长江大桥|Caiyuanba Yangtze Bridge|106.552|29.540|500108
bridge|石板坡长江大桥|Shibanpo Yangtze Bridge|106.568|29.546|500103
bridge|鹅公岩长江大桥|Egongyan Yangtze Bridge|106.532|29.513|500107
bridge|李家沱长江大桥|Lijiatuo Yangtze Bridge|106.535|29.475|500107
bridge|马桑溪长江大桥|Masangxi Yangtze Bridge|106.480|29.445|500104
bridge|鱼洞长江大桥|Yudong Yangtze Bridge|106.510|29.395|500113
bridge|大佛寺长江大桥|Dafosi Yangtze Bridge|106.605|29.590|500108
bridge|寸滩长江大桥|Cuntan Yangtze Bridge|106.615|29.612|500105005
bridge|江津长江大桥|Jiangjin Yangtze Bridge|106.270|29.290|500116
bridge|长寿长江大桥|Changshou Yangtze Bridge|107.080|29.790|500115
bridge|涪陵乌江大桥|Fuling Wujiang Bridge|107.395|29.715|500102
bridge|丰都长江大桥|Fengdu Yangtze Bridge|107.740|29.880|500230
bridge|忠县长江大桥|Zhongxian Yangtze Bridge|108.040|30.270|500233
bridge|万州长江大桥|Wanzhou Yangtze Bridge|108.360|30.760|500101
bridge|云阳长江大桥|Yunyang Yangtze Bridge|108.690|30.920|500235
bridge|巫山长江大桥|Wushan Yangtze Bridge|109.910|31.060|500237
tunnel|真武山隧道|Zhenwushan Tunnel|106.600|29.525|500108
tunnel|慈母山隧道|Cimushan Tunnel|106.640|29.570|500108
tunnel|铁山坪隧道|Tieshanping Tunnel|106.690|29.630|500105
tunnel|中梁山隧道|Zhongliangshan Tunnel|106.430|29.490|500107006
tunnel|华岩隧道|Huayan Tunnel|106.410|29.510|500107
tunnel|双碑隧道|Shuangbei Tunnel|106.420|29.610|500106
tunnel|大学城隧道|Daxuecheng Tunnel|106.400|29.585|500106
tunnel|歌乐山隧道|Geleshan Tunnel|106.420|29.575|500106009
tunnel|石黄隧道|Shihuang Tunnel|106.560|29.558|500103
tunnel|八一隧道|Bayi Tunnel|106.571|29.555|500103
tunnel|缙云山隧道|Jinyunshan Tunnel|106.330|29.600|500106
tunnel|玉峰山隧道|Yufengshan Tunnel|106.680|29.700|500112
tunnel|北碚隧道|Beibei Tunnel|106.420|29.790|500109
tunnel|武隆隧道|Wulong Tunnel|107.720|29.330|500156
tunnel|摩天岭隧道|Motianling Tunnel|109.700|31.060|500237
tunnel|金佛山隧道|Jinfoshan Tunnel|107.170|29.020|500119
rail_station|两路口站|Lianglukou Station|106.551|29.551|500103
rail_station|小什字站|Xiaoshizi Station|106.583|29.562|500103
rail_station|大坪站|Daping Station|106.520|29.541|500103
rail_station|牛角沱站|Niujiaotuo Station|106.540|29.563|500103
rail_station|观音桥站|Guanyinqiao Station|106.533|29.574|500105006
rail_station|五里店站|Wulidian Station|106.573|29.584|500105
rail_station|沙坪坝站|Shapingba Station|106.461|29.557|500106
rail_station|大学城站|Daxuecheng Station|106.300|29.610|500106
rail_station|石桥铺站|Shiqiaopu Station|106.484|29.532|500107005
rail_station|杨家坪站|Yangjiaping Station|106.511|29.506|500107
rail_station|南坪站|Nanping Station|106.563|29.524|500108
rail_station|茶园站|Chayuan Station|106.645|29.490|500108
rail_station|红旗河沟站|Hongqihegou Station|106.527|29.592|500112
rail_station|冉家坝站|Ranjiaba Station|106.520|29.601|500112
rail_station|重庆北站南广场站|North Railway Station South Square|106.548|29.606|500112
rail_station|鱼洞站|Yudong Station|106.525|29.385|500113
forest_zone|九龙坡中梁山林区|Zhongliangshan Forest, Jiulongpo|106.425|29.475|500107006
forest_zone|圣灯山林区|Shengdengshan Forest|106.640|29.280|500113108
forest_zone|缙云山林区|Jinyunshan Forest|106.380|29.830|500109
forest_zone|歌乐山林区|Geleshan Forest|106.415|29.575|500106009
forest_zone|铁山坪林区|Tieshanping Forest|106.690|29.640|500105
forest_zone|南山林区|Nanshan Forest|106.620|29.540|500108
forest_zone|金佛山林区|Jinfoshan Forest|107.170|29.000|500119
forest_zone|仙女山林区|Xiannüshan Forest|107.760|29.450|500156
forest_zone|黑山谷林区|Heishangu Forest|107.000|28.880|500110-WS
forest_zone|四面山林区|Simianshan Forest|106.370|28.600|500116
forest_zone|茶山竹海林区|Chashan Zhuhai Forest|105.900|29.400|500118
forest_zone|巴岳山林区|Bayueshan Forest|106.020|29.750|500151
forest_zone|玉龙山林区|Yulongshan Forest|105.700|29.520|500111
forest_zone|明月山林区|Mingyueshan Forest|107.100|29.950|500115
forest_zone|武陵山林区|Wulingshan Forest|107.550|29.600|500102
forest_zone|七曜山林区|Qiyaoshan Forest|108.500|30.300|500240
forest_zone|大巴山林区|Dabashan Forest|108.750|31.900|500229
forest_zone|雪宝山林区|Xuebaoshan Forest|108.700|31.600|500154
forest_zone|红池坝林区|Hongchiba Forest|109.050|31.550|500238
forest_zone|小三峡林区|Lesser Three Gorges Forest|109.900|31.200|500237
forest_zone|天坑地缝林区|Tiankeng Forest|109.480|30.750|500236
forest_zone|摩围山林区|Moweishan Forest|108.050|29.200|500243
forest_zone|桃花源林区|Taohuayuan Forest|108.770|28.850|500242
forest_zone|灰千梁子林区|Huiqianliangzi Forest|108.600|29.500|500114
reservoir|长寿湖水库|Changshou Lake Reservoir|107.270|29.950|500115
reservoir|玉滩水库|Yutan Reservoir|105.600|29.530|500111
reservoir|鲤鱼塘水库|Liyutang Reservoir|108.250|31.330|500154
reservoir|金佛山水库|Jinfoshan Reservoir|107.200|28.970|500119
reservoir|藻渡水库|Zaodu Reservoir|106.720|28.730|500110
reservoir|小南海水库|Xiaonanhai Reservoir|108.750|29.680|500114
reservoir|观景口水库|Guanjingkou Reservoir|106.720|29.450|500113
reservoir|迎龙湖水库|Yinglonghu Reservoir|106.730|29.510|500108
reservoir|大洪湖水库|Dahonghu Reservoir|106.980|30.020|500112
reservoir|甘宁水库|Ganning Reservoir|108.250|30.700|500101
reservoir|隘口水库|Aikou Reservoir|108.880|28.430|500241
flood_spot|盘溪河大石坝段|Panxi Stream, Dashiba Reach|106.500|29.580|500105004
flood_spot|沙正街易涝点|Shazheng Street Flood Spot|106.470|29.568|500106
flood_spot|双碑正街易涝点|Shuangbei Street Flood Spot|106.440|29.610|500106
flood_spot|牛角沱易涝点|Niujiaotuo Flood Spot|106.542|29.563|500103
flood_spot|嘉滨路易涝点|Jiabin Road Flood Spot|106.560|29.567|500103
flood_spot|南滨路易涝点|Nanbin Road Flood Spot|106.580|29.555|500108
geohazard|羊角滑坡|Yangjiao Landslide|107.660|29.370|500156
dangerous_rock|箭穿洞危岩|Jianchuandong Dangerous Rock|110.080|31.030|500237
dangerous_rock|鸡冠岭危岩|Jiguanling Dangerous Rock|107.750|29.290|500156
chemical_plant|长寿经开区化工片区（示例）|Changshou Chemical Zone (sample)|107.020|29.820|500115
chemical_plant|白涛化工园（示例）|Baitao Chemical Park (sample)|107.500|29.560|500102
chemical_plant|潼南化工片区（示例）|Tongnan Chemical Zone (sample)|105.850|30.200|500152
chemical_plant|万州盐气化工园（示例）|Wanzhou Salt-Gas Chemical Park (sample)|108.370|30.830|500101
"""

# Kind: how many in all, name patterns, and in which districts the rest is placed.
CORE = "500103 500104 500105 500106 500107 500108 500109 500112 500113".split()
NEAR = "500102 500115 500116 500117 500118 500119 500110 500111 500120 500151 500152 500153 500110-WS".split()
HILLS = ("500229 500238 500237 500236 500235 500154 500101 500240 500156 500243 500242 500241 500114 500230 500119 500110 "
         "500233 500102 500155 500231").split()
EVERYWHERE = CORE + NEAR + [d for d in HILLS if d not in NEAR]
REST = {
    "underpass": (32, [("{}下穿道", "{} Underpass")], CORE + NEAR, "town"),
    "flood_spot": (30, [("{}低洼路段", "{} Low Road"), ("{}易涝点", "{} Flood Spot")], EVERYWHERE, "town"),
    "geohazard": (36, [("{}滑坡", "{} Landslide"), ("{}不稳定斜坡", "{} Unstable Slope"), ("{}泥石流沟", "{} Debris-flow Gully")], HILLS, "rural"),
    "slope": (16, [("{}高边坡", "{} High Cutting"), ("{}挡墙边坡", "{} Retained Slope")], CORE + NEAR[:5], "any"),
    "dangerous_rock": (10, [("{}危岩", "{} Dangerous Rock")], HILLS[:14], "rural"),
    "reservoir": (17, [("{}水库", "{} Reservoir")], EVERYWHERE[9:], "rural"),
    "river_station": (22, [], [], "any"),
    "rain_station": (39, [("{}雨量站", "{} Rain Gauge")], EVERYWHERE, "seat"),
    "water_section": (18, [], [], "any"),
    "bridge": (22, [], [], "any"),
    "tunnel": (14, [], [], "any"),
    "rail_station": (14, [], [], "any"),
    "crowd_place": (20, [], [], "any"),
    "forest_zone": (22, [], [], "any"),
    "highrise": (18, [("{}高层住宅（示例）", "{} Residential Tower (sample)"), ("{}商务楼宇（示例）", "{} Office Tower (sample)")], CORE + NEAR[:2], "town"),
    "gas_station": (14, [("{}燃气调压站", "{} Gas Regulator")], CORE, "town"),
    "water_main": (14, [("{}供水干管节点", "{} Water-main Node")], CORE, "town"),
    "drainage_well": (8, [("{}化粪池", "{} Septic Well"), ("{}排水检查井", "{} Drain Manhole")], CORE[:4], "town"),
    "chemical_plant": (4, [], [], "any"),
    "construction_site": (12, [("{}建设工地（示例）", "{} Construction Site (sample)")], CORE[5:], "any"),
    "ferry": (8, [("{}渡口", "{} Ferry Landing")], ["500102", "500230", "500235", "500236", "500101", "500233", "500118", "500116"], "river"),
    "substation": (10, [("{}变电站", "{} Substation")], CORE, "town"),
}
