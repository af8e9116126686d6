"""Given names that hardly anybody but men bears, without accents and in lower case; beside the common ones.

Many are places, months or plain words as well, so that alone they make nothing a person.
"""

from typing import Final

from kg.extract.lexicon.people import words

MEN: Final = words(
    """aage abbas abbasali abdelaziz abdelbaset abdelhalim abdelhamid abdelkader abdelkarim abdellah
    abdelmajid abdelmalek abdelrahman abdelwahab abderrahmane abdulaziz abdulbaset abdulhakim abdulhamid
    abdulkadir abdulkarim abdulkhaliq abdullahi abdulmalik abdulqadir abdulraheem abdulrahim abdulsalam
    abdulwahab abdurrahman abebe abelardo abhijit abhishek abiodun abiola abiy abu abubakar achille achim
    adalbert adalberto adama adan adebayo adekunle adel adelmo adem ademola aderemi adewale adil adilbek
    adilzhan adnan adolf adriaan adrien aernout afif afonso agathon agim agostino agus aharon ahmadou
    ahmet aibek aidan aidar aiman airlangga ajay ajit akash akhil akhilesh akihiro akinwumi akio aksel ala
    alaa alasdair alastair albrecht alcides alejo aleksandar aleksandre aleksejs aleksey aleksi aleksy
    alemayehu alen ales alessandro alessio alewijn alf alfa alfons algernon aliko aliou alireza alirio
    alistair aliyu almahdi almazbek alois alojz alojzy alok alonzo alparslan alper alphonse altynbek
    alvaro alvise amado amanuel amanullah amarinder amaro amaury ambroise ambrose ambroz amedeo amer
    amilcar aminu amirali amitabh ammar amnon amol amos amrullah amund anacleto anand anant anas anatol
    anatole anatoli anatoly andranik andre andrejs andrian andris andriy andro aneurin angiolo angus
    anicet anies anirban anish anker ankit ankur anri anselm anselmo ansgar ante antero antipas antonello
    antonino antoon ants anup anurag anutin apirat aquiles aquilino aram arash arben arcadio archibald
    archie arda ardeshir aref arend arie arild aristeidis aristide aristides aristobulo aristos arjen
    arjun arkadi arkadiusz arkady arman armand armel armen armends armin arnaldo arndt arne arno arnoud
    arpad arsen arsene arsenio arseniy artak artem artyom arun arvid arvind aryeh asaad asadollah
    asadullah asamoah asbjorn asen asger asher ashish ashkan ashok ashot ashour ashwin asim askarbek aslak
    assad atal atanas atiku atilio atilla atta attila attilio atul aubin august auguste augustin aureliano
    aurelien aurelio avi avigdor avinash aviv avner avraham avtandil awad axel ayad aydin ayoub azad azali
    azam azamat azem azhar azimbek aziz azizbek azmin babak babatunde babul badal badr bafel baha bahaa
    baher bahman bahram bajram bakary bakhtiyar bakr balazs baldassare baltasar baltazar balthasar
    balthazar balwant bambang bandar banharn baran barham baris barnabas barnabe barnaby barney barry bart
    barthelemy bartholomew bartley bartolome bartosz baruch bas basem bashe basil basile basim bassam
    bassel bastiaan bastian bastien basuki baurzhan bautista baykal behnam behrouz behzad beibit bekbolat
    bela belisario bello beltran bengt benno benny benoit bent bento benzion beppe berat berdibek berhanu
    berik berk bernabe bernardin berthold bertil besnik bezhan bhagwant bharat bhim bhupendra bhupesh
    bidzina bijan bikram bilal bilawal binyamin biren birger birk bjarne bjarni blagoja blagoje blake blas
    blaz blazej bo boakye boaventura boaz bodo bojan bojko bolat boleslaw bolot bonaface bonaventure
    bongbong boniface bora borge borislav boriss borivoje borko bostjan boubou boyan boyd boyko bozidar
    bozo bradley brage brahim bram branimir branislav branko braulio brendan brodie bronislaw brunon bryn
    budi bulent burhan burhanettin burkhard byron cabdi caetano cahit caleb calixto callum cameron camilo
    campbell can candido carmelo carmine carsten carter casimir caspar cathal cees celestin cellou celso
    cem cengiz cesare cesareo cevdet cezary chad chadchart chaim chamal chaminda chandan chandrababu
    chandrashekhar chatichai chauncey chester chibuike chidi chiel chikwe chinedu chirag chitta christen
    christof christos chuan chukwuemeka chukwuma ciaran cihan ciprian cipriano ciro claes clarence clark
    claudemir claudien clay clayton cleber cleiton clemens cliff clifford clive clyde coen colm conall
    conor conrado constantin constantino cor corentin cormac cornelis corneliu cornelius corrado cosimo
    coskun costantino costin craig crispin cristian cristobal cuneyt curtis custodio cuthbert cvetan
    cyprien cyriaque cyrille czeslaw dai daimonds dainis daisuke dalibor damaso damina damir damjan damon
    danail danijel danilo daniyal danylo dariusz darragh darrell darren daryl daryoush dastan dauda daulet
    davide davood davor davorin davron dawood debashish debretsion declan dejan delbert delfin delroy
    demeke demetrio denny denys derlis dermot derrick desiderio desire desmond detlef devendra devlet
    dewey dexter dharmendra dhiab dhruv diarmuid didier diederik dietmar dietrich dieudonne digvijay dilip
    dilmurod dilshad dimitar dimitre dimitrij dimitris dinesh dinko dino diogo dioncounda dionisio
    dipankar djibril djoko dmytro dobromir dodi dogan dogu domenico domingo domingos domitien donal donat
    donatas donatello donatien donato donnacha doron dov drago dragoljub dragomir dragutin drazen dries
    dritan dror duarte dudi dudley duje dumitru durmus dusko dustin dwayne dzhokhar dzmitry eamon eamonn
    earl ebenezer eberhard ebrahimi eckart eckhart edem edgard edgardo edhy edi edin edmond edoardo
    edouard edson eduards eelco eero effiong efraim efren egbert egidio egil egils egon ehsan ehud eigil
    eiji einar eirik eitan ejike ejub ekkehard ekow ekrem eladio elazar elbert elchin eleazar elhadj eli
    elia eliezer eliseo eliud eliyahu ellis elmer elmir elnur elof eloi eloy elpidio elshad elton elvis
    elwood emad emanuele emeka emeric emeritus emerson emile emin emir emlyn emmerich emmerson emmett
    emomali endre enes engelbert engin enoch enver enzo eoghan eoin ephraim epifanio erasmo ercan ercole
    erdal erdem erdoan erdogan erekle eren ergin ergun erhan erhard erick erkan erkin erkki erling ermal
    ermanno ermek ernie ernst errol ersin ertugrul ervin esben eskil esmail espen essam estanislao
    ethelbert ettore euan euclid eugen eugenio eugeniu eugeniusz eulalio euripides eusebio eustache
    evagoras evander evangelos evariste evaristo evelio even everaldo everett evert evgeni evgeny ewald
    ewan ewen ewout eyvind ezekiel ezequiel ezio fabien fabricio facundo fadel fadhil fadi fadil fahad
    fahd fahim fahrettin fahrudin faiz faizal fakhri falk fares farhad farhan fariborz faris farooq
    farrokh farrukh farshid faruk farzad fathi fatih fatmir fatos faure faustin faustino fawaz fawwaz
    fawzi fayez faysal federico federigo feliciano felicien femi ferdi ferdinando ferdl ferenc fereydoun
    fergal fergus ferhat feridun fermin fernand fernao ferruccio festus fethullah fidencio fikrat fikret
    filaret filiberto filipe filippo finbarr finlay finley finn fintan fionnan fiorenzo firas firmin
    flaviano flavio flemming florencio florent florentin florentino floris fode folke fortunat fortunato
    fotis fouad franc franci franco franjo franklin frans franz-josef fraser fredrick freek freeman
    friedemann friedhelm frits fritz frode froilan fuad fuat fulgencio fulvio fumihiko funsho fyodor
    gabino gabor gadi gaetan gaetano gagik galal galip galym gamal ganesh gani ganjar garba gareth garrett
    garth gaspar gaspard gaston gatien gatluak gaurav gauthier gautier gavan gavriil gavrilo gbenga
    gebhard gedu geert geir gela genaro genc gennadi gennady gennaro geno geraldo gerasimos gerben gerd
    geremew gergely germain german germano gernot gero gerrit gerry gershon gert gervais gervasio getachew
    gethin getulio ghani ghassan ghazi ghenadie gheorghe ghislain gholamreza ghulam giacomo giancarlo
    gianfranco gianluca gianluigi gianmarco gianpaolo gibran gideon giga gijs gijsbert gijsbrecht gil
    gilad gilberto gildasio giles gino gintaras giordano girish gisle giuliano giulio givi gjorge gleb
    glyn gocha godefroy godfrey godswill goffredo gokhan gonzague gonzalo goodluck gopal gor gotabaya
    gottfried gottlieb govind graciliano grady graeme gregoire gregorio griffith grigol grigor grigore
    grigoris grigory grover gualberto guglielmo guilhem guilherme gulbuddin gultekin gumersindo gunnar
    gunnlaugur guntars gunter gurbanguly gurdeep gurkan gurpreet gustaf gustave guus gyan gyorgy gyula
    haavard habibullah habis habtamu hafedh hafeez hafez hafiz haibatullah haidar haile hailemariam haim
    haitham hajime hajo hakainde haki hakim hakki hakon hal halfdan halil halit hallgrim haluk halvard
    halvor hamad hamadoun hamdan hamdi hamed hamidreza hamish hammad hani hank hannes hanno hans-georg
    hans-jurgen harbhajan hardeep haresh hari haris harish harjit harlan harley harm haroon haroun harris
    harrison harsh harsha hartmut hartwig haruki harun harutyun harvey hashem hashim hassane hastings
    hasto hatem hatta havard hayati haydar hayk hazem hazza heath heikki heiko hein heiner heinz-christian
    heitor hekmat heladio helge helio hemant hendro henk heraclio herb heri heribert heriberto hermann
    hermano hermenegildo herminio hernando herve hery heshmatollah heydar hezekiah hicham hidde hideki
    hidetoshi hikmet hilaire hilario hilmi himanta hinrich hipolito hippolyte hiram hirofumi hirokazu
    hiroki hisham hjalmar holger homayoun homero honorato honore honorio hooman horace horacio hormoz
    hoshyar hosni hossam hossein hosseinali houshang houssam hovhannes howell hrant hristo hrvoje hryhoriy
    hubert hubertus hugues hulusi humberto humphrey huseyin huseyn hussam huub hywel iain iakob iason ibou
    ichiro idelfonso idrees idrissa ifan ifeanyi ignatius ignaz ignazio ihab ihor ike ikechukwu ilan ilgar
    ilia ilias ilie ilija ilir ilker ilkin ilko ilyas imad imants imed immanuel imre imtiaz inacio
    indalecio inder indrajit ingemar ingmar ingo ingolf ingvar innocent inocencio intigam ioannis ion
    ionel ionut iosif ippolito iqbal ira iraj irfan irving isa isaiah isamu isen ishaq isidro iskandar
    ismael ismet issa issam issoufou istvan ita itamar itzhak itzik ivailo ivajlo ivano ivar ivars ivaylo
    ivica ivor ivri iyad izzet jaafar jaap jaber jabir jabu jacco jacek jacky jacobo jacopo jagan jagdish
    jagmeet jahangir jahongir jakaya jakov jamil janis janko januario janusz japhet jarek jari jarl jarmo
    jaroslav jaroslaw jarrod jarvis jasim jasper jassim jasur jaswant javad javed javor jawad jayant
    jean-baptiste jean-claude jean-francois jean-jacques jean-louis jean-luc jean-marc jean-michel
    jean-paul jean-philippe jean-pierre jean-yves jed jeffery jehangir jeison jejomar jelle jenaro
    jephthah jerald jeremiah jeremie jeroen jeronimo jerrold jerzy jethro jeyhun jhon jignesh jihad
    jitendra jitin joakim joaquim joep joergen joey jonatan jonny joop joost joram jorg jorgen joris jorma
    jorrit jos josiah josse josselin jost josue jouni jovan jovenel jovito jozo jozsef juanito judd juha
    juhani jukka julijan juliusz juma jumaa junichi junichiro juraj juri jurij juris jurjen juro jurriaan
    jussi jusuf juvenal juvencio kaan kaare kabiru kadhim kadir kadre kadri kaesang kagiso kaha kai
    kailash kairat kaj kakha kakhi kalin kalle kalman kalonzo kalyan kamau kamchybek kamen kamil kamran
    kanat kanhaiya kapil karam karamo karan karapet karl-heinz karlheinz karlis karlo karsten kartik
    karwan kasim kaspar kasper kassym-jomart katsuya kaveh kawa kaykhosro kazem kazimierz kazuhiro kazuo
    kees keir keiran keld kelechi kelvin kelvyn kembo kenan kendrick kenichi kenjiro kenny kenta kerem
    kestutis kettil kgosi khachik khairi khairul khairy khalil khamis khattab khawaja khosrow khudair
    khumbo khurram khushal kianoush kieran kip kipchumba kiprono kiril kirk kiro kirti kiumars kizito
    kizza kjell kjetil klaas kleanthis klemens kliment knud knut koen koffi koichi kolya kolyo komlan
    konstantine konstantinos koray korbinian korkut korn kornel kossi kosta kostadin kostas kostiantyn
    kostyantyn kosuke kouadio krasimir kresimir kriangsak krishna krishnan kristaps kristian kristof
    kristoffer krisztian krste krum krzysztof kuba kubanychbek kuldeep kumar kuno kurmanbek kurtis kwadwo
    kwaku kweku kwesi kyriakos kyrylo lachlan ladislao lado laith lajos lakshman lal lalit lalu lamar
    lambert lamberto lambros landon lasantha lasha lasse laureano laurens laurentino lautaro lavrentis
    layth lazar lazaro lazarus leander leandre leandro lefter lemuel lennart leonce leoncio leone leonel
    leonida leonidas leopold leovigildo lester leszek levent levi liborio licio lieven linas lindomar lino
    linus lisandro livio liviu ljubisa ljubo ljubomir ljupco llew llewellyn lloyd lochlan lodewijk logan
    loic loke lonnie lorcan lorenz lorne lotfi loukas lovemore lowell luan luay lubomir luchino lucian
    luciano lucien lucio lucjan ludek ludovic ludovico ludwig ludwik luhut lukasz lungu lutfi lutfu luther
    luuk luvuyo lykourgos lyle lyndon lyubomir maamoun maarten macario macej macharia mack madan madhav
    magne mahamane mahamat mahdi mahendra maher mahesh mahfouz mahfud mahinda mahmood mahmut maithripala
    majdi majed majid makis maksat maksim maksut maksym malachi malachy malkhaz mamady mamane mamdouh
    mamikon mammad mamoun mamuka manasseh mangaliso manik manish manjit manmohan manny manoel manohar
    manoj manolis manouchehr mansour mansur mantas manzou mar marc-antoine marceau marcelino marcell marcial
    marciano marijan markku markos marten martial martins martti marwan maryan masaaki masahiko masahiro
    masao masashi masato masayoshi masih masoud masoumali masrour massimiliano massimo matej mathias
    mathijs matija matjaz mato matthaus matti matyas mauri maurilio maurits mauro maxence maximilian
    maximiliano maximilien maximino maximo maynard mazen mbongeni medgar medhat mehran mehrdad meinhard
    meir melaku melchor meles melih melquiades melville menachem mendel menelaos mengistu menno mento
    merlin mert mervyn mesrop mesut metin mevlut micah michalis michelangelo michiel mick mickael miha
    mihails mihalis mihaly mihkel mihnea mijo mikael mikayel mikheil mikis mikkel mikko miklos mikulas
    mile milen milenko miles milinda milivoj milivoje miljenko milo miltiadis milton milutin mimis
    mindaugas minoru mirco miro miron miroslaw mirwais misael mishaal mislav mitchell mitja mitko mladen
    mobutu modeste modesto mogens mogus mohamad mohammadreza mohan mohit mohlomi mohsen mohsin moise
    moises mojtaba moncef monty mordecai mordechai moreno moriba moritz mort morten morteza mose moshe
    mouloud mounir mourad moustapha muammar muath mubarak mucahit muhaimin muhammet muhannad muharrem
    muhittin muhsin muhyiddin mujdat mukesh mukhtar mukul mulatu mulayam mundhir mungo munir munther
    munyaradzi muqtada murali murdo musab musaed musalia musallam muslim musyoka muthanna mwai mykhailo
    mykola myles myron myrzatai nabih nadeem nader nadir naftali naguib nahum naif nairi najib najm namal
    namig nando naoki naoto narayan narciso naresh narottam naseem naser nasir nasr nat natan nate
    nathaniel natig nattakit naum naveen navid navjot nawaf nawaz nawfal nawzad nayef nazar nazario nazih
    nazim nazri ncube nearchos neboisa nebojsa necati necdet nechirvan necip ned neeraj nektarios nemesio
    nenad neofytos neoklis nestor nev neville nevzat ngarlejy nhlanhla niall nico nicolo nicusor nidal
    niek niels nihat nikhil nikica nikiforos niko nikolaus nikoloz nikos nikzad nilesh nilson nimal nir
    niranjan nirav nissim nitin nitish nizar njal njuguna nnamdi noboru nobuo nodar norayr norberto norris
    nouri novak novruz nuhu numan nurbek nurettin nurlan nurpeis obert obinna octave odd oddvar oded
    odhiambo odysseas ofir ogheneochuko ohad oisin okan okechukwu okey oktawian oktay olabode olafur
    olagunsoye olatunde oldrich ole olegario olexandr olimpio oljas olle olli olorunfemi olusegun oluwole
    olzhas omer omid omkar omondi omprakash omran omurbek onufriy onur onyekachi ophir oren oreste orestes
    orestis orfeo orhan oriol orkhan orlin orson ortwin orville osamu oskar ostap osvaldo oswald oswin
    otakar otar othon otieno otoniel ottmar ottokar ousseynou ove ovidio ovidiu owain oystein ozan ozkan
    paata paavo pacome padraig palaniswami pamphile panagiotis panayiotis panfilo pankaj panos pantelis
    paolino papa pape par partha paruyr parvez parviz pascual pasquale patrik patrobas paulin paulino
    pavan pavlos pawan payam peer pekka pelayo pelle pencho pepijn percival percy peregrine perfecto
    perica perikles perry pertti peshawa petar peterson petko petrit petru petrus petter petteri petur
    phakamani phelim philemon philibert philipp phineas pierluigi piers piet pieter-jan pietro pinchas
    pino pita pius piyush pjotr placido plamen polad policarpo polycarp polydoros porfirio pornchai poul
    pouya prabhat prabhu pradeep prakash pramod pranab prasad prasanna prashant pratap pratik praveen
    prawit prayut prayuth preben predrag prem prodromos prokopis prosper prudencio przemyslaw puneet
    pushkar qais qamar qassem qubad quentin quincy quintin quirin qusay raad rabih radan rade radik radko
    radomir rados radoslav radoslaw radu raed rafi rafik rafiq raghav ragheb raghuram ragnar raheel rahim
    rahmatullah raila raimbek raimondo raimonds raimundo rajab rajan rajat rajendra rajesh rajinder rajko
    rajnath rakesh rakhat ralston ram raman ramazan ramesh rami ramil ramin ramiro ramiz ramnath ramsay
    ramush ramzi ranbir randall randolf ranil ranjan ranjit ranko raoul rashad rasheed rasim rasmus rasoul
    rastislav ratan ratko ratnesh rauf rauff ravi ravindra raymundo razvan rebaz rebwar reda refik reggie
    reginald regino regis reidar reijo reinaldo reiner reinhold reinier remberto remi remigio remus remy
    renan renato renaud reno renzo resul reuben reuven rex rexhep reynaldo rezo rhett rhodri rhys riad
    ridha ridwan rien rigas rigobert rigoberto rik rikkert rimantas rinaldo rino rinus rishad risto riyad
    riyadh riza rizal rizk roald roar robbie roberts rocco roch rochas roderich roderick rodger rodolphe
    roel roelof rogelio rogerio rohan rohit roi rojhat rok rolf rollo romain romano romans romas romeo
    romolo ronaldo ronan roque rory roscoe rosen rosendo rostislav rotimi rouhollah rovnag rovshan rubem
    rudiger rufat rufino rufus ruggero ruhollah rumen rune rupert ruperto ruprecht ruslanbek rusty rutger
    ruud ryo ryoji ryota ryszard saad saadi saber sabir sabri sacheverell sachin saddam sadegh sadeq
    sadettin sadyr saeed saeid safet safwan sagar sahl saidi saidu saif sajeeb sajid sajith sajjad sakari
    sakir salahuddin salauddin saleem saleh salih salim salou salvatore samat sambo sameh samet sami samih
    samo sampo samson samura samvel sandeep sander sandiaga sandip sandor sani sanjeev sanjiv santo sapar
    saparmurat sarath sarawut sardar sarfraz sargis sasan saso satish satoru satoshi saturnino satya saud
    saurabh sava saverio savo savvas sawyer sayel sayyid seamus sebastiano sedat sefik segun segundo seiji
    selahattin selcuk selim selvanayagam selwyn semen semih semyon seni seppo serafin serapio serdar
    seretse serge serghei serhat serhiy serj serkan serzh sese setya severin severino severo seydou seyi
    seymour seymur seyoum shadi shafiq shahbaz shahid shahram shahzad shakir shaktikanta shalva shapour
    sharad shashi shaukat shaul shavkat shawqi shehu sheldon sherali sherif sherman sherwan sherzad
    sherzod shigeru shimon shin shinichi shinji shintaro shivraj shlomo shmuel shoichi shota shrikant
    shtjefen shubham shukri shunichi shwan siaka siamak sibusiso sid siddaramaiah siddharth sidharth
    sidney siebe siegbert siegfried siegmar sietse sigmar sigmund sigurd sigve silas silvano silvester
    silvestre silvino simba sime simen simeon simos sinan sinethemba sinisa siphiwe sirajuddin sirajul
    sirak sirwan sixto siyamend sjafrie sjoerd skender slaven slavi slavko slavomir sobhi socrates soesilo
    sohail sokratis solly somchai somkid sondhi sontaya sooronbay sooronkul soran soren soroush sotir
    sotiris souleymane soumitra spencer spike spiros spyros srdan srdjan srecko srettha srinivas stamatios
    stamatis stan stanimir stanislas stanislaus stanislovas stanko stanton stasys stathis stavros stefanos
    steffen steinar stelian stelios stellan sten stepan sterling stevan stevo stian stig stijn stiliyan
    stipe stoyan sture suat subhash subhi subrata sudhir sufian sugeng suhail suharto suhas sukarno
    sukhbir sukru sulayman suleiman suleimen suleyman sultan sultanbek sumith sunil sunimal suraj
    surakiart surapong surendra suresh surya sushil susilo susumu suthep sutiyoso svante svein sveinn
    svetislav svetozar svyatoslav swapan sylvester sylvestre szabolcs szilard szymon tad tadashi tadhg
    tafadzwa tage taha taher tahir tahsin taichi taiseer tajik takahiro takashi takele takeo takeshi
    takuya talal talant talgat talha talib tambo tamer tamim tancredo taner tanguy tanveer tapani tapio
    taras tarcisio tareq tarik tarjei taro tarun tassos tatsuya tatul taufiq tauqir tawanda tawfik tawfiq
    tayfun tayyar teemu tefik tejashwi telemachos telmo temel temir temur tengiz teodor teodorico teofilo
    terje terrance terrence teruo tetsuya teuku teun tevfik thabani thaddee thaddeus thaksin thanasis
    thanathorn thanet thawee theobald theodoros theodosis theodule theophile thibault thibaut thijmen
    thijs thilo thokozani thor thorbjorn thornton thorsten thorvald thrasyvoulos thulani tiburcio tidiane
    tidjane tigran tihomir tijmen tilman timo timon timothee tinashe tirso tito titus tiziano tjeerd toby
    todor tofig togrul toivo tokon tolbert tolga toma tomer tomislav tommaso tomohiro ton tonci toon
    toralf torben tord tore torfinn torgeir torgny toribio tormod torquil torstein torsten toru toshihiro
    toshimitsu toshio touraj traian trajko traugott trent trevor tri trifon tristan tristram trond troy
    tryfon trygve tsatsu tshisekedi tsutomu tsvetan tucker tudor tufan tugrul tullio tuncay tuncer tundu
    tunku tuomas tuomo turgay turgun turgut turhan turki twan ty tymofiy tyrone tzachi tzvi ubaid ubaldo
    uday uddhav udo ufuk ugo ugur ujjal ulan uldis ulf ulises ultan ulugbek ulysse umaro umaru umberto
    umesh umit umurzak unal uno upali upendra upton uran urbain urbano urho uri uriah urmas uros urs usama
    usen usman uthman uttam uzi vagharshak vagif vahan vahe vahid valdeci valdemar valdir valdis valentim
    valentino valentyn valeri valerio valeriu valeriy valon vance vangel vangelis vano vardan vardges
    vartan vasil vasilij vasilis vasko vaso vassil vassilis vaughn vazgen vazha veaceslav vedat vegard
    veit veli velimir veljko velko venancio ventsislav vernon vesa vicente vicentiu victorino vidar vigen
    viggo vijay vikas vikram vilhelm viliam vilis vilmos vinay vinod vinzenz viorel vipin virendra virgil
    virgilio virginio visar vishal vishnu vital vitali vitaliano vitalie vitalij vitalijs vitaliy vitor
    vittorio vivek vjekoslav vladan vladas vladimer vladimiro vlado vlassis vlatko voislav vojislav volkan
    volkmar vugar vuk vukasin vusi vyacheslau vyacheslav vytautas waclaw wade wadih wael wagner wahyu
    wajdi waldemar waldir waldo wale waleed walid wallace wally walther wanderley waqar ward warwick
    waseem wasim wellington wendelin wendell wenzel wesley wessel wiebe wiebren wieland wieslaw wijeyadasa
    wilbroad wilbur wiley wilfred wilfried willard willibald willis wilmer wilson wim winfield winfried
    wiranto wissanu wit witold wladyslaw wlodzimierz wolde wole wolf wolf-dieter wolfram woodrow workneh
    wouter wyatt xaver xenofon xenophon xose yaakov yadollah yahaya yahia yahya yakubu yalcin yanis yanko
    yann yannis yao yaqub yared yaron yaroslav yasar yaseen yashar yashwant yasin yassin yasuhiro yasuo
    yavuz yazid yeferson yefim yegor yehiel yehoshua yehuda yemane yener yerbol yerkebulan yerlan yerzhan
    yiannis yigal yigit yildirim yilmaz yiorgos yisrael yitzchak yngve yoaz yochanan yoel yogendra yogi
    yohanes yohei yoichi yongyuth yordan yordanis yosef yoshihide yoshihiro yoshimasa yoshio yossi yosuke
    yosyp youcef younes younis yousaf yousef yousuf yoweri yrjo yuichi yuji yukio yunis yunus yusril
    yusufu yutaka yuya yvan yvo yvon zaal zacarias zach zacharia zacharie zachary zack zafar zafer zaheer
    zahid zaid zakaria zakariya zakes zaki zakir zalmay zaur zayd zayed zaza zbigniew zbynek zdenek
    zdravko zdzislaw zebulon zeev zeferino zeger zein zeki zelalem zeljko zenon zephirin zhaksybek zhan
    zhandos zhenis zhivko zhomart zia ziad ziauddin zigmas zisis zivko ziya ziyad zlatan zlatko zouhair
    zsolt zsombor zuhair zulfikar zulfiqar zulkifli zurab zvi zvonimir zvonko zweli zwelinzima zygmunt
    alar albin alvin andrii anura austin bakir bassirou bezalel bola calin chase chuck cody connor cory diosdado
    dorin dylan elon gitanas hage hakeem hristijan humza hunter jake jamaal jensen jimmie josep josh kash
    krisjanis kyle mason merrick mirza naim nikol oleksii ricky rigathi ritchie russ rustem shehbaz subrahmanyam
    sundar tedros valerii viktar walt wes yevhen zach"""
)
