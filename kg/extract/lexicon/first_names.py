"""Given names that are common in the news, by gender, without accents and in lower case."""

from typing import Final

from kg.extract.lexicon.people import words

MALE_NAMES: Final = words(
    """aaron abdel abdou abdoulaye abdul abdullah abdulrahman abel abraham adam adamu adolfo adrian ahmad
    ahmed akbar akin alain alan alassane albert alberto alec aldo alejandro aleksandr aleksander alex
    alexander alexandre alexei alexis alfonso alfred alfredo ali alieu alioune allan allen alonso alpha
    amadou amir amit anders andreas andrei andrej andres andrew andrey andrzej andy angelo anibal anil
    anthony anton antoine antonin antonio antony anwar arif armando arnold art arthur artur arturo ashraf
    asif augusto ayman babacar barack bashar bashir baptiste benedict benigno benito benjamin ben bernard
    bernardo bernd bert bertrand bill bjorn bob bogdan boris boubacar brad brandon brett brian bruce bruno
    bryan burak calvin carl carlo carlos casey cedric cemal cesar charles charlie cheikh chen chris
    christian christoph christopher christophe claude claudio clement clinton colin cyril cyrus dale
    damian damien dan daniel daniele dario darko dave david davit dean deepak denis dennis derek diego
    dieter dimitri dimitrios dirk dmitri dmitry dominic dominik dominique don donald doug douglas dragan
    duncan dusan dwight ebo ebrahim ebrima ed eddie edgar edmund edmundo eduard eduardo edward edwin
    efrain elias elie elijah elliot emil emilio emmanuel emre enrico enrique eric erik ernest ernesto
    erwin esteban ethan etienne eugene evan evo fabian fabio fabrice faisal farid farouk felipe felix
    ferdinand fernando fidel filip florian floyd francesco francis francisco franck francois frank franz
    fred frederic frederick fredrik friedrich fumio gabriel gary gavin gene geoffrey georg george georges
    georgi georgios gerald gerard gerardo gerhard gianni gilbert gilles giorgio giovanni giuseppe glen
    glenn goce goran gordon graham grant greg gregor gregory grzegorz guido guillaume guillermo gunther
    gustav gustavo guy habib hakan hamid hamza hans harald harold harry hasan hassan hector heinrich heinz
    helmut hendrik henri henrik henry herbert herman hernan hideo hiroshi horst howard hugh hugo hussein
    husain hussain ian ibrahim ibrahima idris idriss ignacio igor ilham ilya imran ismail isaac isaias
    ivan ivo jack jackson jacob jacques jaime jair jakob jakub james jamal jan janez janos jared jason
    javier jay jean jeff jeffrey jens jeremy jerome jerry jesper jesse jesus jim jimmy joachim joao
    joaquin jochen joe joel johan johann johannes john johnny jon jonas jonathan jordi jorge jose josef
    joseph joshua josip jozef juan juergen jules julian julien julio julius jurgen justin kamal karel
    karim karl karol kebba keith kemal ken kenneth kenji kevin khaled khalid khalifa kim kirill klaus kofi
    koji kojo konrad konstantin kurt kwabena kwame kwasi lamin lamine lance larry lars laszlo laurent
    lawrence lech lee leif leo leon leonard leonardo leonid leopoldo leroy leslie lewis liam lionel
    lorenzo lothar louis luc luca lucas luigi luis luiz lukas luke lutz maciej macky magnus mahamadou
    mahmoud malcolm malik mamadou manfred manuel marat marc marcel marcelo marcin marcio marco marcos
    marcus marek mario mariano marin marinus marius mark marko markus marlon martin marvin masud mateo
    mateusz mathieu mats matt matteo matthew matthias maurice mauricio maurizio max maxim maxime mehdi
    mehmet melvin michael michal michel miguel mihai mihail mike mikhail milan milos miloš mircea mirko
    miroslav mitch mitt modou mohamed mohammad mohammed mohamud momar morgan moses mostafa moussa muhammad
    muhammadu murad murat musa mustafa mustapha nabil naji narendra nasser nathan neil nelson nicanor
    nicholas nick nicola nicolae nicolas nigel nii nikola nikolai nikolaos nikolas nils noah noel norbert
    norman nuri octavio olaf olav oleg oleksandr olivier oliver omar orlando osama oscar osman oswaldo
    otto ousainou ousmane owen pablo paolo pascal patrice patrick paul paulo pavel pavol pawel pedro per
    pervez pete peter petr petre petro petros phil philip philippe piero pierre pieter piotr prabowo
    primitivo qasim radek radovan rafael rafal raffaele rahul rainer raj rajiv ralf ralph ramon ramzan
    rand randy raphael rashid raul ray raymond recep reinhard rene reza ricardo richard rick riccardo rob
    robert roberto robin rodney rodolfo rodrigo roger roland rolando roman ron ronald ronnie ross rostam
    roy ruben rudolf rudy rui ruslan russell ryan sadiq said salah salem salman salva salvador sam samir
    samuel sandro sanjay santiago saul scott sean sebastian sebastien sergei sergey sergio seth shane
    sharif shinzo sidi silvio simon slobodan solomon stanislav stanley stefan stefano stephan stephane
    stephen steve steven stewart stjepan stojan stuart sven sylvain tadeusz tamas tarek tariq tayyip ted
    teodoro terence terry theo theodor theodore thierry thom thomas tiago tibor tim timothy tobias todd
    tom tomas tomasz tommy tony travis troels tyler uhuru ulrich umar uwe vaclav valentin valery vasile
    vasily viktor victor vince vincent vincenzo vitaly vito vlad vladimir vladislav vojtech volodymyr
    walter warren wayne werner wilfredo wilhelm willem william willy winston wojciech wolfgang xavier
    yannick yasser yaw yevgeny yoav yoon youssef yuri yusuf yves zoran zoltan aung bongani daouda hun
    jacinto jokowi joko kais kassym mahathir milorad nayib nguyen rishi sauli sipho sizwe thabo themba
    tshepo volker wissam xi yair yitzhak zviad giorgi irakli levan nino-m bekzat daniyar nursultan serik
    askar almaz bakyt dauren erlan timur rustam jamshid bobur otabek sardor"""
)

FEMALE_NAMES: Final = words(
    """abigail ada adela adriana agata agnes agnieszka aicha aida aisha aissatou akosua alba alexandra
    alexandria alice alicia alina allison alma amalia amanda amelia amina aminata amy ana anastasia andrea
    angela angelica angelina anita ann anna anne annalena anneliese annette annika antonia anya april
    ariana arlene asha ashley asma astrid audrey aurelia aurora awa ayesha aziza barbara beata beatrice
    beatriz belen benazir berta bernadette beth betty beverly bianca bianka biljana birgit bodil bonnie
    brenda bridget brigitte britta camila camilla candice carla carlota carmen carol carole carolina
    caroline carrie cassandra catalina catarina catherine cathy cecile cecilia celia celine chantal
    charlotte chelsea cheryl chiara chloe christiane christina christine cindy claire clara clarissa
    claudia claudine colette colleen concepcion condoleezza consuelo corazon corinne cornelia cristina
    cynthia dagmar daisy dalia dana daniela danielle daphne daria dawn deborah debra deirdre delcy delia
    denise diana diane dilma dina dolores dominika donna dora doris dorota dorothy ebba edith elaine
    eleanor elena eleni eleonora elif elin elisa elisabeth eliza elizabeth elke ella ellen elsa elvira
    emilia emily emma erica erika erin esmeralda esperanza estefania estela esther eva evelyn ewa fadia
    faith fanny fatima fatima-zahra fatou fatoumata fatoumatta federica felicia fiona flora florence fran
    frances francesca francoise frederique frida gabriela gabriele gabriella gail gemma genevieve georgia
    georgina geraldine gertrude ghada gina gisela giulia giorgia gladys glenda gloria grace graciela greta
    gretchen guadalupe gulnara gwen habiba hadja hala halina halima hana hanan hanna hannah harriet hawa
    hazel heather hedwig heidi helen helena helene helga henriette hilary hilda hillary hind huda ida
    ikram ilaria ilse ines inga inge ingrid irena irene irina iris irma isabel isabella isabelle isatou
    ivana ivanka ivonne iwona jacinda jacqueline jane janet janice janina jasmin jasmina jeanette jeanne
    jelena jennifer jenny jessica jill jo joan joanna jocelyn johanna jovana joy joyce juana judith judy
    julia juliana julie juliet juliette june kamala kanza karen karin karine karla karolina kate katarina
    katarzyna katerina katharina katherine kathleen kathryn kathy katja katrin kay kelly khadija khadijah
    kim-f kimberly kirsten kirsty klara kristalina kristen kristin kristina laetitia laila lana lara
    latifa laura laure lauren layla lea leah leila lena leni leonor leslie-f leticia leyla lidia lila
    lilian liliana lilly lina linda lindsey lisa liv ljubica ljupka lola loretta lorena lorraine louise
    lourdes lucia lucie lucinda lucy luisa lucrecia lydia lynn madeleine magda magdalena maia malala
    malgorzata manon manuela mara marcela marcia margaret margareta margarita margot margrethe maria
    mariam mariama mariana marianne marie mariela marija marina marine marion marisol marissa marjorie
    marta martha martina mary maryam mathilde maud maureen maya megan mei melania melanie melinda melissa
    mercedes mercy merita meryem mette mia michaela michele michelle milena milica mina mireille miriam
    mirjana molly mona monica monika muriel myriam nabila nadia nadine nana nancy naomi nasreen natalia
    natalie natasha nathalie nawal neha nelly ngozi nicola-f nicole nina noor nora norma nour odette odile
    olena olga olivia ophelia ornella paloma pamela paola patricia paula paulina pauline penelope penny
    petra pilar pooja priscilla priya rachel rania raquel rebecca regina renata renee rhonda rima rita
    roberta rocio romina rosa rosalie rosalind rosario rose rosemary rowena roxana ruth sabina sabine
    sabrina sadia safiya sahra sally salma samantha samia sana sandra sanna sara sarah saskia selma sheila
    shirley sigrid silvia simone sinead siobhan sofia soledad solene sonia sophia sophie soraya stacey
    stefania stella stephanie sue susan susana susanna susanne suzanne sushma svetlana sylvia sylvie tamar
    tamara tania tanja tara tatiana tatjana teresa tereza thandi thelma theresa therese tina tone tracy
    trudy tsai ulla ulrike uma urszula ursula valentina valeria valerie vanessa vera verica veronica
    veronika veronique vesna victoria viktoria viola violeta virginia virginie vivian viviana vjosa wanda
    wendy wilma winnie xiomara yasmin yelena yolanda yulia yvette yvonne zainab zeinab zeynep zofia zora
    zsuzsanna zuzana aigul dinara gulnora madina saule nodira kamila-f zarina aliya nino ketevan tamta
    ekaterine mzia salome"""
)
