# The window: map.

map-area = Map. Arrows move it, plus and minus change the distance.
map-nearer = Nearer
map-farther = Farther
map-seen-now = seen today
map-seen-ago = seen { $n } days ago
map-banner-more = { $men }, { $n } more
map-label-besieged = besieged by { $court } since { $day }
map-label-watched = watched by { $court } since { $day }
map-label-ceded = signed away to { $court }
map-label-burnt = crossing burnt
map-label-barred = the way is held against you
map-label-unquiet = the country resists
map-label-men = { $men } men
map-label-about = about { $men } men
map-label-at = at { $place }
map-label-from = on the road from { $place }
map-label-battle = Battle: { $text }

region-hebei = Hebei 河北
region-hedong = Hedong 河東
region-jingxi = Jingxi 京西
region-jingdong = Jingdong 京東
region-huainan = Huainan 淮南
region-liangzhe = Liangzhe 兩浙
region-jinghu = Jinghu 荊湖
region-jiangnan = Jiangnan 江南
region-fujian = Fujian 福建
region-shaanxi = Shaanxi 陝西
region-sichuan = Sichuan 四川
region-xia = Xia 夏
region-yan = Yan 燕
region-yun = Yunzhong 雲中
region-liaodong = Liaodong 遼東
