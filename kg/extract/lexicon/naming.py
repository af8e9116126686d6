"""Countries whose people bear much the same names, by language and history; keys of the gazetteer."""

from typing import Final

from kg.extract.lexicon.people import words

NAMED_ALIKE: Final = (
    words(
        """spain mexico guatemala honduras el-salvador nicaragua costa-rica panama cuba dominican-republic
        colombia venezuela ecuador peru bolivia chile argentina uruguay paraguay equatorial-guinea"""
    ),
    words("portugal brazil angola mozambique cape-verde guinea-bissau sao-tome-and-principe timor-leste"),
    words("senegal gambia mali guinea burkina-faso niger mauritania"),
    words("ivory-coast togo benin ghana liberia sierra-leone nigeria"),
    words(
        """cameroon gabon central-african-republic chad republic-of-the-congo democratic-republic-of-the-congo
        rwanda burundi"""
    ),
    words(
        """kenya uganda tanzania zambia malawi zimbabwe botswana namibia south-africa lesotho eswatini
        south-sudan"""
    ),
    words(
        """egypt libya tunisia algeria morocco sudan jordan lebanon syria iraq kuwait saudi-arabia yemen oman
        qatar bahrain united-arab-emirates palestine djibouti comoros"""
    ),
    words("somalia somaliland ethiopia eritrea"),
    words("iran afghanistan tajikistan pakistan"),
    words("india sri-lanka nepal bangladesh bhutan maldives mauritius"),
    words("russia ukraine belarus transnistria soviet-union"),
    words(
        "serbia croatia bosnia-and-herzegovina montenegro north-macedonia slovenia bulgaria kosovo yugoslavia"
    ),
    words("poland czech-republic slovakia czechoslovakia"),
    words("turkey azerbaijan kazakhstan uzbekistan kyrgyzstan turkmenistan northern-cyprus"),
    words("estonia finland latvia lithuania hungary"),
    words("germany austria switzerland liechtenstein luxembourg east-germany west-germany"),
    words("netherlands belgium suriname"),
    words("denmark norway sweden iceland"),
    words("france monaco"),
    words("italy san-marino malta"),
    words("romania moldova"),
    words("greece cyprus"),
    words("georgia armenia abkhazia south-ossetia"),
    words("united-kingdom ireland united-states canada australia new-zealand"),
    words(
        """jamaica barbados bahamas belize grenada saint-lucia dominica antigua-and-barbuda
        saint-kitts-and-nevis saint-vincent-and-the-grenadines trinidad-and-tobago guyana"""
    ),
    words("china taiwan singapore"),
    words("south-korea north-korea"),
    words("vietnam south-vietnam"),
    words("thailand laos cambodia myanmar"),
    words("indonesia malaysia brunei philippines"),
    words(
        """fiji samoa tonga tuvalu kiribati nauru vanuatu solomon-islands papua-new-guinea cook-islands niue
        palau micronesia marshall-islands"""
    ),
    words("haiti madagascar seychelles"),
)
