//! Which entry of the map an area belongs to.

use crate::topology::Feature;

/// The 193 members of the United Nations and the two states that observe: number and letters of ISO 3166-1.
const MEMBERS: &str = "\
    004 AFG 024 AGO 008 ALB 020 AND 784 ARE 032 ARG 051 ARM 028 ATG 036 AUS 040 AUT 031 AZE 108 BDI \
    056 BEL 204 BEN 854 BFA 050 BGD 100 BGR 048 BHR 044 BHS 070 BIH 112 BLR 084 BLZ 068 BOL 076 BRA \
    052 BRB 096 BRN 064 BTN 072 BWA 140 CAF 124 CAN 756 CHE 152 CHL 156 CHN 384 CIV 120 CMR 180 COD \
    178 COG 170 COL 174 COM 132 CPV 188 CRI 192 CUB 196 CYP 203 CZE 276 DEU 262 DJI 212 DMA 208 DNK \
    214 DOM 012 DZA 218 ECU 818 EGY 232 ERI 724 ESP 233 EST 231 ETH 246 FIN 242 FJI 250 FRA 583 FSM \
    266 GAB 826 GBR 268 GEO 288 GHA 324 GIN 270 GMB 624 GNB 226 GNQ 300 GRC 308 GRD 320 GTM 328 GUY \
    340 HND 191 HRV 332 HTI 348 HUN 360 IDN 356 IND 372 IRL 364 IRN 368 IRQ 352 ISL 376 ISR 380 ITA \
    388 JAM 400 JOR 392 JPN 398 KAZ 404 KEN 417 KGZ 116 KHM 296 KIR 659 KNA 410 KOR 414 KWT 418 LAO \
    422 LBN 430 LBR 434 LBY 662 LCA 438 LIE 144 LKA 426 LSO 440 LTU 442 LUX 428 LVA 504 MAR 492 MCO \
    498 MDA 450 MDG 462 MDV 484 MEX 584 MHL 807 MKD 466 MLI 470 MLT 104 MMR 499 MNE 496 MNG 508 MOZ \
    478 MRT 480 MUS 454 MWI 458 MYS 516 NAM 562 NER 566 NGA 558 NIC 528 NLD 578 NOR 524 NPL 520 NRU \
    554 NZL 512 OMN 586 PAK 591 PAN 604 PER 608 PHL 585 PLW 598 PNG 616 POL 408 PRK 620 PRT 600 PRY \
    275 PSE 634 QAT 642 ROU 643 RUS 646 RWA 682 SAU 729 SDN 686 SEN 702 SGP 090 SLB 694 SLE 222 SLV \
    674 SMR 706 SOM 688 SRB 728 SSD 678 STP 740 SUR 703 SVK 705 SVN 752 SWE 748 SWZ 690 SYC 760 SYR \
    148 TCD 768 TGO 764 THA 762 TJK 795 TKM 626 TLS 776 TON 780 TTO 788 TUN 792 TUR 798 TUV 834 TZA \
    800 UGA 804 UKR 858 URY 840 USA 860 UZB 336 VAT 670 VCT 862 VEN 704 VNM 548 VUT 882 WSM 887 YEM \
    710 ZAF 894 ZMB 716 ZWE";

/// Territories with an outline of their own that are far from the state they belong to.
const TERRITORIES: [(&str, &str); 5] = [
    ("238", "FLK"),
    ("260", "ATF"),
    ("304", "GRL"),
    ("540", "NCL"),
    ("630", "PRI"),
];

/// Areas that the input has apart and the United Nations do not, and two that are of no state's own there.
const APART: [(&str, &str); 9] = [
    ("Taiwan", "CHN"),
    ("Hong Kong", "CHN"),
    ("Macao", "CHN"),
    ("Kosovo", "SRB"),
    ("N. Cyprus", "CYP"),
    ("Somaliland", "SOM"),
    ("Åland", "FIN"),
    ("W. Sahara", WESTERN_SAHARA),
    ("Siachen Glacier", "Siachen Glacier"),
];

/// The entry of Western Sahara, which gets no code.
pub const WESTERN_SAHARA: &str = "Western Sahara";

/// States that the input does not have, with a place in degrees: Tuvalu, at Funafuti.
const PLACES: [(&str, (f64, f64)); 1] = [("TUV", (179.2, -8.5))];

/// The letters of each member.
pub fn members() -> impl Iterator<Item = &'static str> {
    numbered().map(|(_, code)| code)
}

/// The entry that an area belongs to, a code or a name; none for what the map does not show.
pub fn entry(feature: &Feature) -> Option<&'static str> {
    let apart = APART.into_iter().find(|(name, _)| *name == feature.name);
    let mut numbered = numbered().chain(TERRITORIES);
    apart
        .or_else(|| numbered.find(|(id, _)| Some(*id) == feature.id.as_deref()))
        .map(|(_, entry)| entry)
}

/// Whether an entry is written with its letters.
pub fn is_code(entry: &str) -> bool {
    entry.len() == 3
}

/// Where a state lies that the input does not have.
pub fn place(code: &str) -> Option<(f64, f64)> {
    PLACES
        .into_iter()
        .find(|(state, _)| *state == code)
        .map(|(_, place)| place)
}

/// The number and the letters of each member.
fn numbered() -> impl Iterator<Item = (&'static str, &'static str)> {
    let words = MEMBERS.split_whitespace();
    words.clone().step_by(2).zip(words.skip(1).step_by(2))
}
