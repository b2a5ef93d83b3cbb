/** Further ways of saying the same: by what is said (no tomorrow, leaving, being with the dead, being less trouble), not by set phrases. */
import { rule, type Rule } from './types'

const fixed = { polarity: 'fixed' } as const
const fixedAny = { polarity: 'fixed', who: 'any' } as const

export const widerRules: Rule[] = [
  rule('no-tomorrow', 'suicide', 'wish', 2, 'says there should be no tomorrow for them', `
    dont|not|never|no ~1 plan|planning|expect|expecting|intend|intending|want|aim ~2 see|seeing|make|making|reach|reaching|have|having|turn|turning ~3 birthday|christmas|year|years|summer|spring|autumn|winter|week|month|thirty|forty|fifty|#num
    jealous|envy|envious|envied ~3 dead|die|died|dont|never|didnt|whos ~1 wake|woke|gone|anymore|end|peace
    jealous|envy|envious of ~1 dead|people|those|anyone ~2 who|that dont|never|didnt|died|passed
    if|hope|wish tomorrow|morning never|didnt|doesnt|wouldnt|wont came|come|comes|arrive
    pray|hope|wish|hoping|praying|wishing|want|please ~3 heart ~2 stops|stop|stopped|quits|gives|give|fails
    living|life|existing|existence|being|breathing isnt|not|aint|wasnt|never ~1 for|meant|worth me|people
    should have|of|a|ve been me not|instead|who|that|in|and|dead
    shouldve|shoulda been me
    walk|walking|swim|swimming|wade|wading|row|drift ~2 into|out ~3 sea|ocean|river|lake|loch|waves|woods|snow ~6 back|never|tide|end|disappear|stop|keep|cold|left|nothing|tonight|gone|far
    nothing ~2 left ~3 walk|jump|swim|go into|off|under
    let|letting go of the wheel|rope|rail|railing|handlebars
    leave|leaving|exit|exiting|depart|quit|quitting|dip|dipping|bail|escape ~2 this life|world|earth|planet
    sleep|asleep ~2 forever|4ever|eternally|permanently
    fed up of|with @my? life
    better|best i|me|if die|died|go|dead
    made|make|making|at|found peace with ~2 leaving|going|dying|death|ending|goodbye
    wont|not|never|no ~1 be ~1 anyones|anybodys|someones|your|their|his|her|everyones|a ~1 problem|burden|worry|trouble|nuisance
    dont|cant|not|never ~1 see|picture|imagine myself ~1 growing|getting|being|past|at|reaching|alive ~1 old|older|#num|thirty|forty|next
    id|i|ill would? be relieved|glad|happy|thankful|grateful if|to ~2 die|dead|died|never|over|end|ended
    easier|better to not|be ~1 dead|alive|here|exist|gone
    the|this world|earth|planet without me
    one way ticket|trip
    out of my|this misery
    put me|myself out of
    dont|not belong in|on|here this|on|earth|world|alive
    was|am|were never meant|supposed to ~1 be|live|exist|last ~1 here|alive|born|long|this
  `, fixed),
  rule('act-after', 'suicide', 'intent', 2, 'says when they will act', `
    once|when|after|soon|while|til|till|until ~5 asleep|bed|gone|out|left|work|school|home|away|empty|dark|quiet ~2 im|ill|i ~3 do|doing it|this|that
    im|ill|i|going|gonna ~3 do|doing it ~2 once|when|after|as|while ~5 asleep|bed|gone|out|left|work|school|away|dark
    this|tonight time|i ~1 wont|not|wouldnt ~1 stop|chicken|fail|mess|survive|wake|miss
    tonight i wont stop|hesitate|wake
    build|building|get|getting|find|need|up ~4 courage|nerve|strength|balls to|for ~1 do|jump|die|end|go|pull|step|finish
    minutes|moment|bit|little|ounce of courage
    ready|prepared|willing|decided|resolved to go|leave|depart ~2 this|now|world|forever|peace|tonight|life
  `, fixed),
  rule('beyond-line', 'suicide', 'place', 2, 'stands where it is not safe', `
    past|over|beyond|across the yellow|white|safety line|barrier|railing|railings|fence|tape
    feet|legs|foot ~2 over|off|dangling|hanging ~2 edge|ledge|side|roof|bridge|balcony
    train ~3 due|coming|in|next ~3 minutes|mins|min|soon|#num ~8 tracks|line|edge|rails|past|jump|step
    climbed|climbing|stepped|stepping over|onto|up|past ~2 railing|railings|barrier|fence|parapet|ledge|rail
  `, fixedAny),
  rule('weapon-on-self', 'suicide', 'attempt', 3, 'has a weapon or a noose on them', `
    noose|ligature ~2 front of me
    gun|pistol|revolver|rifle|shotgun|barrel ~2 in|on|against|to|under @my lap|hand|hands|mouth|head|temple|chin|chest
    noose|ligature ~2 is|s|its ~1 up|tied|ready|hanging|on|round|waiting|set
    rope|belt|cord ~1 is|s ~1 up|tied|hanging|round ~8 courage|minutes|sorry|goodbye|bye|neck|ready|chair|beam|door|branch|love
    stood|standing|am|im|get on|onto the|a chair|stool ~4 rope|noose|belt|neck
  `, fixed),
  rule('mixed-all', 'overdose', 'overdose-now', 3, 'may have taken whatever was there', `
    mixed|emptied|finished|cleared|crushed ~1 everything|all|whatever|the|every ~6 drank|drunk|swallowed|took|downed|down
    drank|swallowed|took|taken|necked|downed ~1 everything|all|whatever ~3 cabinet|cupboard|bathroom|drawer|house|find|there|had
    empty packets|packet|boxes|bottles|blisters|strips ~2 everywhere|beside|around|next|floor|by|bed|on
    he|she|they|shes|hes isnt|not|barely|hardly breathing right|properly|much|anymore|and|there
  `, { who: 'any' }),
  rule('blood', 'self-harm', 'self-harm-now', 2, 'tells of a bad wound', `
    so|too|lot|lots|loads|much of? much? blood
    went|cut|gone|go|going|down ~1 to the bone|fat|muscle|tendon|white
    @hurt|burnt|burned|scalded @myself ~6 feel|deserve|deserved|purpose|release|relief|punish|numb|something
    burnt|burned|cut|hit|scratched @myself ~4 again|purpose
    need|needed|wanted|had to feel something|pain ~4 cut|burn|blade|hurt|myself|iron|lighter
  `, fixed),
  rule('starved', 'eating-disorder', 'eating', 2, 'has not eaten for days, with signs in the body', `
    eaten|ate|eat|food ~4 since|for|in ~3 monday|tuesday|wednesday|thursday|friday|saturday|sunday|days|week|weekend ~4 blacked|fainted|passed|collapsed|dizzy|faint|floor|shower
    blacked|fainted|passed|collapsed ~8 eaten|eat|ate|food|fasting|starving|meals
  `, fixed),
  rule('last-love', 'suicide', 'farewell', 2, 'says goodbye to their people', `
    told|tell|telling|hugged|kissed|held|saw|seen|called|rang ~7 last|final time
    before i go|leave|die|end ~5 thank|love|want|say|sorry|tell|know|kind
    say|said|thank|thanks|sorry|wanted ~5 before i go|leave|die
    @my last|final message|post|words|letter|note|night|day|time ~2 on|in|here|ever|to
    pretend|pretending ~2 no more|over|finished|stops
  `, { polarity: 'fixed', who: 'self' }),
  rule('they-will-cope', 'suicide', 'burden', 1, 'thinks others would get over it', `
    theyd|theyll|youd|youll|they|everyone|kids|family|hell|shell|he|she ~1 get|cope|manage over|without|better|fine ~1 it|me|this
    insurance ~4 sort|pay|pays|cover|look|money|them|kids|debts
    everyone|they|world|kids|family|he|she ~2 move|moves on ~3 without|me|when|after|week|month|forget
    forget|forgotten ~2 me|i ~2 week|month|existed|soon
  `, fixed),
  rule('threat-family', 'domestic-abuse', 'partner-grave', 3, 'somebody threatens to kill the family', `
    hell|shell|theyll|he|dad|stepdad|husband|ex|father ~2 kill|murder|shoot|stab|burn|bury us|mum|mom|mam|kids|children|everyone ~1 all?
    said|says|threatened|swears|swore|promised ~4 kill|murder|shoot|stab|burn us|mum|mom|mam|her|kids|children|everyone
    pillow|hand|hands|cloth|bag ~1 over|on my|her|the|me face|mouth|nose|head
    locked|trapped|barricaded|hiding ~8 knife|gun|machete|hammer|axe|bat|smashing|banging|kicking
    outside|at|behind ~2 door ~6 knife|gun|hammer|bat|machete|kicking|smashing|scared|police
    knife|gun|hammer|bat|machete|axe ~4 outside|at|behind ~2 door
  `, fixedAny),
  rule('stalked', 'domestic-abuse', 'partner', 2, 'is followed or waited for', `
    man|guy|he|ex|someone|somebody|stranger|bloke ~2 followed|following|follows me home|everywhere|around
    ex|exs ~3 turned|showed|came|outside|door ~4 hammer|knife|machete|bat|gun|axe|crowbar|petrol
  `, fixedAny),
  rule('images', 'safeguarding-adult', 'adult-abuse', 2, 'is threatened with pictures', `
    post|posts|share|leak|send|sharing|posting|leaking ~1 @my nudes|nude
    threatened|threatens|threatening|blackmail|blackmailing|blackmails|unless ~6 photos|pictures|pics|nudes|video|images
  `, fixedAny),
  rule('fire', 'harm-to-others', 'violence', 2, 'may be about to set a fire', `
    @goingto|want|wanna ~2 burn|torch|firebomb|petrol ~2 house|flat|home|school|church|mosque|synagogue|office ~1 down|with|him|her|them|everyone
  `, { polarity: 'death', who: 'any' }),
  rule('touched', 'safeguarding-adult', 'adult-abuse', 2, 'was touched against their will', `
    hand|hands|fingers ~1 up|down|under|in|inside my|her|me ~1 skirt|trousers|pants|knickers|underwear|top|shirt|dress|shorts|bra|jeans|clothes|leg|blouse
    put|putting|puts|shoved|slid his|her|their|its hand|hands|fingers ~1 up|down|under|inside|between
    made|makes|forced|forces me|her|him ~1 touch|kiss|undress|strip|watch|suck
    exposed|exposes|flashed himself|me|herself
    forced himself|herself|themselves on|onto|into
  `, fixedAny),
  rule('touched-child', 'safeguarding-child', 'child-abuse', 2, 'a child may have been touched', `
    teacher|coach|tutor|uncle|stepdad|stepfather|grandad|priest|scout|babysitter|cousin ~3 hand|hands|fingers|touched|kissed|rubbed|groped ~6 skirt|trousers|pants|knickers|underwear|top|shirt|tell|secret|leg|lap|me
    uncle|stepdad|coach|teacher|grandad|dad|cousin|priest|tutor|neighbour ~4 keep|kept ~1 our ~2 secret
    said|told|says|made ~2 not|never|promise ~1 tell|telling|say ~2 anyone|mum|mom|dad|parents|anybody|secret
    home|house|flat|left|we ~2 alone ~6 mum|mom|mam|dad|parents|carer ~4 hasnt|not|havent|never|gone|isnt
    mum|mom|mam|dad|parents ~2 hasnt|not|havent|never ~1 come|came|been|home|back ~3 days|nights|night|back|home
    no|any|without food ~4 house|home|fridge|cupboards|left|in|days
  `, fixedAny),
  rule('wheel', 'suicide', 'method', 2, 'pictures an accident on purpose', `
    how|so easy|simple|quick it|that? ~2 be ~2 let|just|turn|step|swerve|jump|drive|slip
    let|letting|took|take|taking ~1 go|hands|my ~1 of|off ~1 wheel
    swerve|swerving|steer|steering|veer|veering ~3 into|off|lorry|truck|tree|wall|barrier|traffic|road|bridge
    google|googled|googling|search|searched|searching|read|reading|looked|looking|asked ~2 how long|much|many|fast|deep|high|quickly ~4 bleed|die|drown|suffocate|kill|death|fall|lethal|fatal|unconscious
    practising|practicing|practised|practiced|rehearsing|rehearsed|trying|tested|testing ~3 belt|rope|noose|knot|scarf|cord
  `, fixed),
]
