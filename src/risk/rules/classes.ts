/**
 * Word classes the rules are written in. Words are folded: lower case, no apostrophes, plain letters.
 * Dialect forms stand beside the standard ones, so that a way of speaking does not change a level.
 */
export const classes: Record<string, string> = {
  I: 'i im ive ill id ah imma ima me mi we iam',
  my: 'my ma mi me mah meh',
  myself: 'myself meself masel mysel maself miself',
  neg: `not dont dnt donot didnt doesnt isnt aint wasnt werent wont wouldnt cant cannot cudnt couldnt shouldnt never no nor nae no dinnae didnae cannae wouldnae willnae isnae wisnae
    nuh nah neither hardly barely without hasnt havent hadnt arent nothing eh canny cannot didny disnae doesnae`,
  dont: 'dont dnt donot didnt doesnt do not aint dinnae didnae no nuh never cant cannot cannae wont couldnt wouldnt nah didny disnae dun doesnae',
  cant: 'cant cannot cannae couldnt cudnt cyaan canny cnt unable kant',
  want: 'want wanna wants wanting wanted wan waan wish wishing wished hope hoping hoped desire longing craving prefer rather tryna wud need ready dying urge keen like love crave prefers wannae yearn beg praying pray wana wana',
  wants: 'wants wanted want wanting wishes wished wish hopes threatened threatening threatens hoping wanna',
  to: 'to tae 2 ta too na',
  be: 'be been being b',
  die: 'die dead dieing dying unalive perish unaliving d1e deid disappear vanish',
  death: 'death dying die suicide dead unaliving',
  alive: 'alive here live living exist existing around life breathe breathing wake survive go livin earth planet world existence continue carry',
  live: 'live living alive exist existing life breathing livin breathe continue survive going on fighting trying',
  anymore: 'anymore any more longer no nae',
  killself: 'kill killing hang hanging shoot shooting drown drowning stab stabbing poison poisoning unalive unaliving off offing top topping neck necking murder gas gassing suffocate strangle electrocute end ending kys destroy rope delete deleting emojiskull',
  kill: 'kill killing murder murdering shoot shooting stab stabbing strangle strangling unalive',
  killed: 'killed hanged hung shot drowned stabbed offed topped unalived',
  suicide: 'suicide sewerslide sewercide unaliving suicid sucide',
  suicidal: 'suicidal suicidally sewerslidal unalivey',
  will: 'will gonna gunna going finna boutta plan planning planned plans intend intending decided gonnae ganna ima imma ill shall about ready bouta tonna gna goin deciding fixing set determined',
  goingto: 'gonna gunna going finna boutta ima imma ill will gonnae ganna bouta plan planning intend decided goin gna fixing',
  end: 'end ending ended finish finishing',
  lifeword: 'life life lives existence suffering everything it story',
  means: `pills pill tablets tablet paracetamol panadol tylenol acetaminophen ibuprofen nurofen aspirin antidepressants meds medication medicine painkillers codeine opioids oxy fentanyl insulin
    rope noose ligature belt gun pistol rifle shotgun firearm bullet knife blade razor blades razors scissors bleach antifreeze poison chemicals helium gas charcoal sleeping benzos xanax valium
    morphine tramadol advil packets packet box boxes glock revolver weapon cord handgun ammo drugs zopiclone stash capsules shank lorazepam diazepam`,
  pills: `pills pill tablets tablet paracetamol panadol tylenol acetaminophen ibuprofen nurofen aspirin antidepressants meds medication medicine painkillers codeine oxy fentanyl insulin benzos xanax valium morphine tramadol
    advil bleach antifreeze capsules drugs sleeping packets packet zopiclone tabs sertraline citalopram fluoxetine amitriptyline propranolol quetiapine opioids dose doses lorazepam diazepam`,
  bridge: 'bridge cliff roof rooftop ledge balcony building tracks railway train platform window motorway overpass traffic river canal pier car rail',
  blade: 'knife blade razor blades razors scissors glass needle lighter shank knives',
  have: 'have got has ive having had keep kept keeping bought buying saved saving collected hoarded stockpiled stashed found hid hidden hold holding holdin hoarding ordered collecting stockpiling stashing gotten getting brought hav',
  took: 'took taken swallowed taking swallowing downed necked drank drunk ate popped ingested overdosed swallow tooken had',
  hurt: 'hurt hurting harm harming cut cutting burn burning scratch scratching slice slicing punish punishing injure injuring bruise hit hitting slash slashing punch punching',
  cutv: 'cut cutting slit slitting slice sliced slicing slash slashed slashing carve carving burn burned burnt burning cuts',
  bodypart: 'wrist wrists arm arms thigh thighs leg legs skin veins vein wrists throat hips stomach forearm forearms',
  nowword: 'now tonight tonite 2nite today asap immediately soon tomorrow 2moro tmrw tmr tomoz rn arvo morning evening weekend friday monday saturday sunday thursday wednesday tuesday midnight nite shortly',
  immed: 'now tonight tonite 2nite today rn asap immediately soon',
  friend: `friend friends mate mates bestie brother sister mum mom mam mother dad father da son daughter partner husband wife boyfriend girlfriend bf gf cousin nephew niece uncle aunt auntie flatmate roommate housemate
    colleague neighbour neighbor classmate student patient ex fiance fiancee child kid kids boy girl grandad grandma gran nan granddad grandson granddaughter bro sis buddy coworker pal someone somebody bloke guy lad lass woman man person stepdad
    stepmum stepmom stepson stepdaughter stepbrother stepsister teen teenager client followers whanau member user poster op`,
  he: 'he she they hes shes theyre hed shed theyd hell shell theyll em dem xe ze who whos',
  him: 'him her them himself herself themselves themself hisself theirself',
  themself: 'himself herself themselves themself hisself theirself theirselves themselfs',
  you: 'you youre youve youd youll u ur ya yous yourself ye yall your urself yourselves thee',
  child: 'child kid kids children baby son daughter toddler infant newborn niece nephew boy girl stepdaughter stepson granddaughter grandson babies bairn wean weans bairns tot pikin sister brother brothers sisters',
  minorage: 'minor underage child kid teen teenager schoolgirl schoolboy',
  partner: 'partner husband wife boyfriend girlfriend bf gf ex fiance fiancee hubby spouse fella missus oh he she',
  family: 'mum mom mam mother dad father stepdad stepmum stepmom stepfather stepmother uncle brother grandad parents cousin auntie aunt da carer teacher coach priest foster grandfather grandpa',
  elder: 'gran nan grandma grandad granddad grandmother grandfather granny grandpa nana mum mom mother dad father aunt uncle elderly relative neighbour neighbor resident auntie husband wife mam',
  hits: 'hits hit hitting hittin beats beat beating beatin beaten slaps slapped slapping punches punched kicks kicked choked chokes choking strangles strangled shoves shoved pushed hurts hurting attacks attacked smacks smacked whacks grabs grabbed throws threw slapping pushes pinches assaulted batters battered pins',
  intens: 'so very really just fucking fuckin bloody pure proper hella deadass lowkey honestly literally actually totally truly only still even always also much genuinely fr',
  fiction: 'movie film movies films character characters novel story book books episode series lyrics lyric song songs game games gaming level chapter plot play script fanfic anime manga actor scene season video youtube netflix documentary essay poem protagonist show tv musical opera villain minecraft fortnite sims player quest dnd campaign hamlet juliet narrator author verse ballad album raid respawn',
  study: 'essay study studies research statistics article paper report lecture seminar exam module dissertation textbook journal coursework training webinar survey news headline headlines headline campaign awareness podcast leaflet charity policy debate history',
  joke: 'lol lmao haha hahaha rofl lmfao jk xd hehe hahahaha kidding joking joke 😂',
  trivial: 'boring awkward cringe cringey embarrassing lecture traffic homework mondays commute queue eat pineapple outfit hangover meeting exam exams coursework wifi lag printer laundry karaoke spoiler spoilers season finale',
  ailment: 'headache headaches migraine migraines fever flu cold pressure allergies allergy hayfever toothache period cramps backache infection arthritis asthma diabetes cholesterol thyroid reflux knee throat cough antibiotics dentist',
  past: 'ago previously formerly childhood teenager past before once recovered survived',
  group: `muslims muslim jews jew blacks black women gays gay lesbians lesbian trans transgender immigrants immigrant refugees refugee migrants asians asian indians mexicans mexican chinese arabs arab
    christians hindus sikhs foreigners homosexuals queers queer disabled autistic bisexuals travellers gypsies gypsy romani poles pakistanis africans latinos irish catholics feminists jewish islam islamic
    somali somalis roma romanian romanians nonbinary enbies indigenous aboriginals maori woman girls females female`,
  scene: `friends family kids children dog dogs sunset sunrise view views photo photos picture picnic lovely beautiful terrace bar brunch walk hike hiking birds ducks fishing holiday tour tourists festival
    fireworks barbecue bbq cocktail cocktails wedding stars telescope garden restaurant cafe coffee icecream climbing paint painting painted fix repair gutter gutters window windows clean cleaning school trip commute`,
  otherlang: `ich nicht mehr und ist der ein eine einen mich mir dich wir auch noch schon kein keine heute immer leben sterben habe hab nur wenn aber sehr
    je suis plus veux une des avec cest pas tout toute il elle nous vous qui jai vivre mourir fait
    yo quiero mi vida por para pero estoy muy como soy esta este todo ya vivir morir matarme que
    voglio piu sono che della io mia di morire vivere sto
    eu quero mais minha estou com uma nao muito viver morrer
    nie chce sie jest jestem juz zyc umrzec tak
    ik wil niet meer het een ben mijn maar ook leven dood zijn
    jag vill inte och det att leva jeg vil ikke og leve`,
  said: 'said says saying say told tells telling tell calls called call calling shouted shouts wrote texted messaged commented message comment messages yelled yells screamed',
  contrast: 'but however though although except yet still',
  conj: 'and but or then so cos because cause coz bc when while after before n',
  conditional: 'if would could might id unless scared afraid fear fearing worried worry wouldve couldve wondering',
  nowcue: 'now tonight tonite today rn again still lately currently anymore nowadays recently presently tmrw tomorrow constantly everyday weekend',
  recent: 'just yesterday earlier tonight today morning hour hours minutes ago night now rn afternoon already',
  thinkv: 'think thinking feel believe say said mean know want suppose reckon guess',
  pseudo: 'only just sure lie know care help mind wait doubt resist shake escape deny wonder certain surprised hard matter stop',
  undo: 'stopped stop quit resisted resist avoid avoided avoiding against far instead rather without refuse refused free deny denied nor gonnae prevent preventing prevention survived protect never overcome',
  third: 'wants is was has says keeps feels needs hates thinks seems hears takes tries cuts will might told said',
  english: `the and to of a i in is it you that for my me was on with so but not im have be do no are this what how can just at if all go we he she they dont want wanna ok yes hi hello please thanks day today feel feeling like get had
    been from will your am as or an by up out about there when nae tae bad good too very really some would could her him his them their our us has did does one more than then now because think know people time dey mi
    after before over who why where cant ive its thats didnt wont lol got going really any back only even still into make way see been being said need help love last night year years much many other`,
}
