"""Given names that hardly anybody but women bears, without accents and in lower case; beside the common ones.

Many are places, months or plain words as well, so that alone they make nothing a person.
"""

from typing import Final

from kg.extract.lexicon.people import words

WOMEN: Final = words(
    """aarti abbie abeba abeer abena abimbola abir abril adaeze adanna adaobi adaora adelaida adelaide adele
    adelheid adelina adelle adenike adesuwa adetoun adiam adina aditi adjoa adwoa adzo afaf afi afia
    afsaneh afua agathe agnese agneta agnija agueda agustina ahana ahlam ahuva aidee aigerim aiko ailbhe
    ailish ailsa aine ainur aisling aissata aisulu aiswarya aitana aiym ajla akari akemi akiko akissi
    akmaral akofa akossiwa akua alannah alberta albertina albina albulena alejandra aleksandra aleksija
    alena alenka alessandra alessia aletha alexa alexandrina alfonsina alida aline alisa alisha alison
    alix alka alla allegra altagracia altynai alyssa ama amada amaka amal amandine amani amarachi amat
    amber ambika ambra amelie aminatou amira amparo amrita anabel anabella anabelle anahi anahit anais
    analia analyn anamaria ananya anara anastasija anastasiya anat anca anchalee andjela andreea andreia
    aneta angeles angeliki angelique anica anisa anja anjali anjana anju anka annabel annabelle annabeth
    annamaria annarita anne-marie anneke anneli annelies annelise annemarie annick annie anouk antigone
    antigoni antje antoaneta antonella antonieta antonietta antonija antonina anuradha anush anushka
    anzhela anzhelika aoife aparna apolline araba arabella araceli aracely archana areti arezoo arezu
    argyro ariadna ariadne ariane arianna ariela arij arlette armelle armida arpine arpita arundhati
    arunee arwa asako asel aselya ashlyn asli asmaa asmik asmita aspasia assel aster astghik astou asuka
    atefeh atika atishi atsede atsuko aubrey aude augusta auma aurelie aurelija aurore ausra averil
    avigail avis aviva avni awut ayaan ayaka ayako ayala ayan ayaulym ayelet ayfer aylin aynur aynura ayse
    aysegul aysel aysen aysun ayu ayumi azadeh azalina azar azeb azizah azra azucena azza babette babita
    bagila bahar bahareh bahia bahija bahriye bakhita baktygul balqis banafsheh banu barbora barbro
    bathilde batya bayarmaa beatrix becky begimai begum behnaz belem belgin bella belma benedetta
    benedicte benedikta benedita benilda benita bente beppina berenice berfin berit berivan bermet berna
    bernadetta bernarda bernice berrin bertha berthe bess bessie betania bethlehem betsy bettina bettye
    betul betzabe beulah beyza bhavana bhavna biddy bilge bilqis binnaz binta birgitta birgitte birgul
    birtukan bisera blaga blagica blanca blanche blandine blanka blerina blerta bogdana boitumelo bojana
    bongiwe bosede bouchra bozena bracha brandy branka brankica breanna breda brianna brid bridie brigida
    brisa britt bronagh bronwen bronwyn brooke bruna brunella brunhilde bukola burcu bushra busisiwe
    caitlin caitriona calliope canan candace candela candelaria cansu caoimhe capucine cara caridad carina
    carlotta carly carme carmel carmela carmenza carola carolien carolyn carys casandra casimira caterina
    catriona cayetana cecilie cecily celeste celina celmira cemile cenobia ceren ceri cettina ceyda chana
    chandrika chanel charity charlene charmaine chava chaya cherie cherry chhaya chidinma chieko chika
    chikako chinwe chioma chipo chiranan chisato chitra chiwoniso chiyo cholpon christa christabel
    christel christelle christy chrysoula ciala ciara cicely cigdem cinzia clarisse claudette clelia
    clemence clemencia clementine cleonice clio clodagh cloe clothilde clotilde comfort conceicao concetta
    connie conny consolacion constance constanza cora coral coralie cordelia cordula corinna cosima coumba
    courtney crina crisanta cristiana cristiane crystal cunegonde dace dafna daina daiva dalal daliborka
    dalila dalva damaris damla danae danguole danica daniella danijela danuta dariga darija darina darinka
    darlene daryna dasha dayana deanna deb debbie debora dede deepa deepika deepti defne deidre delfina
    della delphine demet dervla desanka desdemona desiree desislava despina devika devorah dewi dganit
    diaba dian diarra didem dieuwke dijana dikeledi dilan dilara dilbar dilek diletta dilhani dilnoza
    dilyara dilys dimitra dinah dinka dita diva divya djamila djeneba dobrila doina dolly dominga donata
    donatella donika donka doralice dorcas doreen dorit dorle doroteja doroteya dorothea dorothee dot
    dragana dragica drita dua duaa dubravka dulcie dunja durga dusica duygu dyah dympna dzhamala eadie
    ebele ebony ebru ece eda edda edelmira edeltraud edie edina edita edna edvige edwina effie efrat egle
    eileen eilidh eilis eimear einat eka ekaterina ekta ekua ela elaheh elba elcira eleanora eleftheria
    elene eleonor eleonore elettra elewa elfriede elga elham eliana eliane elida eline elisabetta elisavet
    elisaveta elise elisenda eliska elizabete elizaveta ellie ellinor elmira elodie eloisa eloise elona
    els elsbeth else elsebeth elspeth elva elvan elvia elzbieta eman emanuela emel emelina emer emese emi
    emiko emilie emilija emina emine emmanuelle emmeline emmy emperatriz ena encarnacion endang enid eniko
    enkeleda enriqueta enyonam ereni eriko erlinda ermelinda erna ernestina ernestine erzsebet ese esi
    esin esma esme esra estefany estelle ester esti etelvina eteri ethel etsuko etta eudora eufemia
    eugenia eugenie eulalia eulalie eunice evangelina evanthia evarista evdokia evdokiya eve evelia
    eveline evelyne evgenia evgenija evgeniya evie evridiki ewelina fabiana fabienne fabiola fabrizia
    fadime fadumo fahmida faiqa faiza fani fanta farah farangis farhana fariba farida farideh fariha
    farnaz farzana farzaneh fatemeh faten fathia fatiha fatim fatimah fatimata fatma fausta fauzia fawzia
    faye felicidad felicitas felicite felicity felisa femke fenna feodora ferda fereniki fereshteh feride
    fern fernanda feruza feryal feyza fiamma fidan fidelma figen fikrija filipa filippa filiz filomena
    fionnuala fiorella fiorenza firdaws firdous firouz firouzeh fitri flavia flavie fleur flo flor flore
    florencia flossie flutura folake folasade forough foteini fotini francine francisca frauke freda
    frederica frederike freya frieda friederike fuensanta fumiko funda funke funmi funmilayo fusako fuziah
    gaelle galia galina galit galyna gamze ganna gaukhar gauri gayane gayatri gaynor geeta genet genoveva
    georgeta georgette georgiana georgie geovana gerda gergana gerlinde germaine gertie gertraud gertrudis
    gesa gesine ghalia ghalya ghislaine ghita giada gianna giedre gifty gihan gila gilda gillian gimena
    ginette ginevra ginny ginta giovanna gisele giselheid giselle gita gitte giuditta giuliana giuseppina
    gizem glenys glory glykeria glynis gokce goldie golnar golnaz golshifteh gonca gonul gordana gorica
    graca gracia grainne grazia graziella grazyna greer greetje grete gricelda griet griselda gudrun
    gugulethu guguli guillermina guinevere gulay gulbahar gulcan guldana gulden gulderen gulen guler
    gulhan gulizar gulmira gulnoza gulsah gulsen gulshat gulsum gulten gulzhamal gulzhan gun gunilla
    gunvor guro gwenaelle gwendolen gwendolyn gwenllian gwyneth hacer hadas hadassah hadeel hadil hafize
    hafsa haifa hajar halide halimatou halyna hanaa hanako hanane handan hande hanieh hanka hanne
    hannelore haruka haruko hasina hasmik hasna hatice hatidza hatsue hattie havva haweeya hawo hayat
    haydee hayfa hayley hedda hedvig hege heghine heike heleen hella helle helma heloisa hema hemlata
    henny henrike herlina hermina hermine herminia herta hessa hester hettie hiba hibaq hideko hilde
    hildegard hilke hille hina hiroko hitomi hodan holly honor honora honoria hope hortense hortensia
    houda houria hripsime hrystyna hulya iana iben ibtihal ibtisam idalia idil idit ieva ifeoma ifrah
    ihsane ijeoma ikhlas ikuko ilana ildiko ileana iliana ilinka ilka ilknur ilona ilze iman imane imee
    imelda imke immaculee imogen inaam inara inas inci indah indira indrani indri indu inesa inese
    ingeborg ingeborga inger ingrida ini inka inmaculada insaf intisar ioana ioanna iona ionela ipek
    ipsita iraci irem irit irmgard irmtraud iryna isabeau isadora isaura isela ishita isla isobel isolde
    israa itsuko itzel iulia iva ivelina iveta ivette ivone ivy izabel izabela izabella jacinta jackie
    jacoba jacqui jadranka jadwiga jagoda jahanara jale jalila jamila jamileh jamilya jana janaina janan
    janelle janeth janette janine janne jannie jaroslava jasmine jasminka jasna jawaher jaya jayalalithaa
    jayanthi jayne jazmin jeanie jeannette jeannie jeannine jekaterina jelica jelka jemima jen jenna jenni
    jess jessie jetta jette jewel jharna jibek jihan jillian jimena joana joanie joann joanne joaquina
    jocasta jocelyne jodie joelle johanne joice jolana jolanda jolanta jolien joni jonna jorunn josee
    josefa josefien josefina josefine josephine josiane josie josine jovanka jozefien jozefina juanita
    judi judit judita juliane julieta julija jumana junko juno jurate jussara justine justyna jutta jyoti
    jyotsna kader kadiatou kadidia kadija kadriye kagendo kaho kaitlyn kaja kajal kalina kalliopi kalpana
    kaltoum kaltrina kalyani kamila kamla kamola kana kanae kanako kanchan kanimozhi kannika kaori kara
    karima karina karishma karlygash karmen karoliina karoline kartini karuna katayoun kateryna kateva
    kathe kathie kathrin kati katia katica katie katrien katrine katsuko kavita kavitha kawthar kayla
    kayoko kazue kazuko keabetswe keiko keila keisha kelsey kendra keren kerstin kezia khadidja khadra
    khaleda khanyisile khatia khatuna khawla khofifah kholoud khulood khushbu kiko kikuko kimberley kimiko
    kinga kinneret kira kirron kirsi kirstine kitty kiyoko kjersti klaartje klaudia klavdija klavdiya
    kleopatra komal koraljka kornelia krassimira krishnaa krista kristel kristi kristiina kristine kristy
    krisztina krystyna ksenia ksenija kseniya kshama kulthum kumari kumi kumiko kumudini kunduz kunigunda
    kyoko kyriaki lacey lada ladan lady laisa lakshmi lalao lale laleh lali lalita lamia lamis larisa
    larissa larysa lasma lata latife laudelina laurel laurentina lavender lavinia laxmi layan lazzat
    leandra lebohang leda leela leena leidy leili lenora leocadia leokadia leona leonela leonie leonora
    leonore leposava lerato lesego lesley lestari lesya letitia letizia lettie lia liana liane lida
    lidewij lidija lidiya liesbeth liesel lieselotte lieve liga ligaya ligia liina lilia lilija lilit
    liliya liljana lilli lilo lily limor lindita lindiwe linette linn linsey liora lioudmila lis lisbet
    lisbeth lise liselotte liudmila liudmyla livia livija liz liza lizzie ljiljana ljudmila loida lois
    loredana lorelei loreley loren lorna lotta lotte lottie loubna louella louisa lubna luce lucelia
    lucero lucette luciana lucienne lucija lucila lucile lucille lucinete lucrezia lucyna luda ludivine
    ludmila ludovica luella luigia luise luisella lujain lulu lulwa lungile lupe lusine luzia luzmila
    lydie lynda lynette lynne lyubomira lyubov lyudmila maaike maayan mabel maca macarena machiko
    maddalena maddie madeline madelon madge madhu madhuri madison madoka maelle maeve mafalda magali
    magaly magdalini magdolna maggie maha mahbooba mahboubeh mahin mahnaz mahsa mahvash mai maike maiken
    maiko mair mairead mairi maisa maisie maite maja majda maka makeda maki makiese makiko makvala mala
    malak malene malika malin malini malka malohat mamata mame mami mamiko mamphela mana manal manami
    manar mandana mandisa mandy manijeh manisha manizha manju manjula manorama mantoa maral maram marame
    marcella marcy mare margaretha margarethe margarida margaryta margery margherita margie margit margita
    margo margret margriet marguerite maria-elena mariah marian mariangeles marianna marianthi mariatou
    maribel maribeth maricel maricela maricica marie-christine marie-claire marie-france marie-louise
    marieke mariella marielle marieme marietje marietta mariette marigold marijke marika mariko marilena
    marilia marilu marilyn marilyse marinella marinika mariola maris marisa marisela marit marita marites
    maritza mariya marketa marla marlene marlies marlys marthe martine martje maruja marva marwa marzena
    marzia marzieh masako masha masoumeh mastura mathilda matilda matilde maude maura mavis mavluda maxine
    mayawati mayra maysa maysoon mayte mayu mayuko mayumi mbali mebrat mechthild medha meena meenakshi
    meera meerim mega megawati meghan megumi mehbooba mehnaz mehri mehriban mehrnaz mehtap meike melba
    melek melina melisande melita melody meltem menaka meral merav meredith merete merethe merrily merry
    meruert merve meseret micaela micheline michiko midori mie mieke mihaela mikaela miki mikiko mila
    milagro milagros milana milda mildred mileva milijana milka millicent millie milly mimi minako mine
    minerva minnie minoo mio mira miranda mireia mirela mirella miri mirjam mirka mirna miroslava mirta
    mirtha misaki mitra mitsuko miwa miyako miyoko miyuki mizuho mizuki mladenka mohira moira mojca momoko
    monique monserrat montserrat morag morgane morwenna motoko mouna mounia moushumi moya mridula muazzez
    mucella mujde mukaddes mukta mulu muna munevver munira murni muserref muthoni myfanwy myra myrna
    myroslava myrtille myrtle naama nada nadege nadera nadezda nadezhda nadiya nadja nafisa naglaa nagma
    nahed nahla naila naima nair naira najah najat najla najlaa najwa nalan naledi nalini nambooze namrata
    namwinga nan nanako nanami nandi nandini nandita nani nanuli naoko nare narges nargis nargiza nariman
    narin narine nashwa nasim nasima nasrin nastassia natacha natalija nataliya natallia natalya natasa
    natela natividad nato natsuko natsumi natthida nava nayeli nayla nazan nazanin nazare nazik nazli
    ndeye ndileka nebahat necla neda neelam neelima neena neeta negar neide nela nele nelida nell nella
    nelleke nelli nellie nene nereida nergis nerija neringa nermin nerys neslihan nesrin nesrine nessa
    neta nettie neusa neuza nevena nevra neza niamh nice nichola nicoletta nicolette nidhi nidia nienke
    nieves nigora nihad nihal nijole nika nikki nikolina nil nilay nilda nilgun nili nilima niloofar
    niloufar nilufar nilufer nimet nimisha ninel ninette nining ninoslava nira nirit nirmala nisha nisreen
    nita nivedita nives nkechi nkosazana noa nobuko noelia noella noemi noemie nohemi nokuthula nokuzola
    nolwazi nomathemba nompumelelo nomsa nomvula nomvuyo nona nonhlanhla nontsikelelo noreen noriko
    nosipho noura nourhan nouzha nozima nthabisang ntombi ntombizodwa nuala nualphan nubia nuha nune nur
    nuran nuray nurcan nurgul nurhan nurhayati nuria nurila nurit nuriye nurul nvard oby oceane octavia
    odalys odessa odeta ofelia ofelya ofra ogechi oguljahan ogulsapar oksana ola olajumoke oleksandra olha
    olimpia olinda olive olivera olja olubunmi oluchi ombretta omolara onyinye oonagh opal orathai oresta
    orfilia oriana oriane orietta orit orla orlaith orly orna ortrud osnat otilia ottilia ottilie otylia
    ouleye oumou oumy oya ozge ozlem padma padmini paetongtarn paige pallavi pam parandzem paraskeva
    parastoo pari parisa parul parvaneh parvathi parvathy parveen parvina pascale patience patrizia patsy
    patti patty pavithra pavlina paweena payal paz pearl peg peggy pelagia pelagie pelin penda penka
    perihan perizat perla pernille perpetua perpetue perrine pervenche pervin petrona petronela petronella
    petunia petya philippa philippine phillipa phoebe photini phumzile phyllis pia pichaya piedad
    pierrette pilita pimchanok pina pinar pirjo plamena ploy pnina polina polly polona polyxeni poonam
    pornpen portia prabha prachi pragya pramila pratibha pratima precious preeti premalatha prerna
    primrose priscila priti priyanka prudence prue puan pulane purificacion purnima pushpa puspa queenie
    quiteria rabab rabeya rabia rachael rachna rada radha radhia radhika radka radmila radostina radosveta
    rafaela rafah rafidah raghad ragini ragna ragnhild raheleh rahma raikhan raisa rajani rajkumari rajna
    rajshree raksha raluca ramata ramatou ramona ramune rana randa ranjana ranjita rasha rashida rashmi
    ratna raushan rawan rawda rayhana rayhon razan reba rebeca rebeka rebekka reem reetta refilwe regine
    regula rehab reidun reiko reine rekha remedios renate renu renuka reshma retno revathi revital reyhan
    reyna rhiannon rhoda rhona richa rie rieke rieko riham riikka riitta rikke riko rim rina rini risa
    risma ritika ritsuko ritu ritva rivka riya rodica rohani rohini roisin rojda rokia roksana roksolana
    romana romelia ronda ronit rosalba rosaleen rosalia rosalina rosalinda rosalyn rosamund rosana
    rosangela rosanna rosaura roseanne roselia rosella roselyne rosemarie rosetta roshni rosie rosina
    rosita roslyn rosmah rosmarie roswitha roula roxanne roya roza rozalia ruba rubina ruby ruchi rudo
    rufina ruhama ruhsar rukhsana rukmini rula rupa rupali ruqaya rusudan ruta ruthie ruti ruvimbo ruxanda
    ruxandra ruza ruzena ruzica ryoko sabahat sabiha sabita sabreen sabriye sachiko sadako sadhana sadie
    saeko safa safaa safia safiatou safiye sahar saida saima saki sakiko sakina sakine sakura salamatou
    saliha salima salimata sallyann saltanat salwa salwani samah samal samaneh samara samira sanaa sanaz
    sanda sandhya sandrine sangeeta sania sanita sanja sanjana sanjida sanne saodat saoirse saoussen saran
    sari sarit sarita saroja sarojini satenik satoko satomi savita savitri sawsan sayaka sayora sayuri
    scarlett sebahat seda seema segolene seher seiko sekai selamawit selena selene selina sema semra senka
    sepideh serafina serap serena setareh setsuko seval sevda severina severine sevgi sevil sevim sevinc
    sevval seynabou shabana shabnam shagufta shaheen shahla shahlo shahnoza shahrzad shaila shailaja
    shaima shaista shakhnoza shamsa shaparak sharipa sharmila sharofat sharon shatha shauna shazia sheela
    sheena sheetal shelley sherine sherry sheryl sheyla shigeko shiho shihoko shilpa shima shira shireen
    shirin shizuka shizuko shlomit shobha shohreh shona shorena shoshana shreya shruti shula shulamit
    shushan shushanik shweta sian sibel sibongile sibyl sibylle sidika sidonie sieglinde signe sigrun
    siham sihem silje silke silvana silvija silvina simangele simge simin simona simonida simran siphokazi
    sirarpi siri sirikit sirimavo sita sithembile siti sitora siv slavica slavka smadar smita smriti sneha
    snehal snezana snezhana snjezana soad sofie sofija sofiya soheila solange solomia solveig solveiga
    somayeh sonal sonali songul soni sonja sonya sopha sorcha souad soukeyna soumaya sousan spela spomenka
    sri srie stana stanislava stanka stefanie stefka stergomena stien stine stoja stojanka stoyanka suad
    subhadra sucheta sudarat sudha suely sugandha suha suhair sujata sukran sulastri sule sulochana suman
    sumaya sumiko sumire sumitra sumudu suna sunanda sunita sunniva supatra supinya supriya sureyya
    suruchi suryani susann susannah sushila sushmita susi susie suzan suzana suzette suzuko svenja svetla
    sviatlana svitlana swantje swapna swara swati sybil syeda sylviane synnove tabitha tae taghreed tahani
    tahereh tahira tahmineh taina tainan takako tali talia tallulah tamaki tamako tamayo tammy tamsin
    tansu tanvi tanya taraneh tarja tasha taslima tasneem tatyana tegan tehmina tekle telma teodora
    teresinha teresita terhi terri tess tessa tetiana tetyana thais thandeka thandiwe thea thembi theodora
    theres thida thobile thoko thokozile thomasina thuli thuraya tiffany tijana tilda tilde tilly tinatin
    tineke titi titiek titilayo tiwa tiziana togzhan toktobubu toktokan tomoe tomoko tomomi toni tonya
    tora torill toshiko tova toyin tracey tricia trijntje trina trine tripti trish trixie trude trupti
    tsehay tsendmaa tsigereda tsion tsira tsisana tsitsi tsuneko tsvetana tuba tugba tugce tulay tulin
    tunde turid turkan tuti tutku tuula tzipi tzipora uljana ulku ulrika ulyana umida umm umran unity
    urmila ursa ursel urska usha utami ute uxia vaida vaishali valbona valborg valentine valentyna
    valeriya vanda vandana vani vanina varduhi varsha vasiliki vaska vasudha vasundhara vasylyna veena
    velma vered verena verity vesela veselina vibeke vicenta vicki vicky vidya vigdis vijaya vijayalakshmi
    viktorija viktoriya vilija vilma vimala vimbai vinita violaine violet violetta violette virgilija
    visitacion vita vitalia viveka vivi vivienne vladislava vlasta vreni wafa waleska walkiria waltraud
    wambui wangari wanida wanjiku wanjiru warda whitney widad wiebke wieslawa wijdan wilhelmina wilhelmine
    willa willemijn winifred winona wioletta wulan ximena xoliswa yaa yadira yae yael yaffa yalda yamila
    yamile yamini yana yanet yanina yanti yaowalak yara yaritza yaroslava yasemin yashodhara yasmeen
    yasmine yasuko yaye yayoi yehudit yeliz yelizaveta yenny yesenia yeshi yesim yetunde yevgenia
    yevheniya yewande yifat yildiz yingluck yoko yolande yolima yonca yoshie yoshiko yosra yui yuka yukako
    yukari yukie yukiko yuko yuliana yuliia yulissa yuliya yumi yumiko yuni yuriko yusra zahara zahia
    zahida zahra zahraa zaida zaina zainabou zaira zakia zamira zana zanda zandile zanele zaneta zara
    zarema zari zarifa zarmina zartaj zawadi zdenka zdislava zdravka zebo zeenat zehava zehavit zehra
    zeina zekiye zelda zelia zeliha zeljka zena zenaida zenebech zerrin zewditu zhamilya zhanar zhaneta
    zhanna zhila zhivka zhuldyz ziba zinaida zineb zinhle zinta zinzi zipora zita zivile ziyanda zlata
    zodwa zoe zohra zohreh zoila zoraida zorica zorka zsofia zsuzsa zubaida zubeyde zuhal zuhur zulaikho
    zuleica zulema zulfiya zulma zuraida zuwena zuzanna
    abby aileen ayanna beryl brittany elissa evika ilhan kemi ketanji kyrsten lori mackenzie marsha netumbo sanae
    shannon stacy taylor tulsi"""
)
