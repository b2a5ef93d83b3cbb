/** Children, adults at risk, partners, violence; and abuse between members. */
import { rule, type Rule } from './types'

const fixed = { polarity: 'fixed' } as const
const any = { who: 'any' } as const
const fixedAny = { polarity: 'fixed', who: 'any' } as const

export const safetyRules: Rule[] = [
  rule('child-abuse', 'safeguarding-child', 'child-abuse', 2, 'a child may be harmed', `
    @family|@he|@partner ~2 @hits|hurt|hurts|burns|starves|starve ~1 my|the|our|me|his|her|their|us? little|baby|older|younger? @child
    @family ~2 @hits ~1 me
    @family ~4 touch|touches|touched|touching|molested|molests|rapes|raped|abuses|abused|groped|fondled|abusing|assaulted me|my|her|him|us
    man|guy|adult|stranger|someone|bloke|boy|he|teacher|coach ~3 messaging|messages|talking|chatting|asking|asks|texting|asked ~3 @child ~6 pictures|photos|pics|nudes|meet|secret|alone|money
    #num|two|three|four|five|six|seven|eight year|yr|month|yo old? ~4 alone|unsupervised|unattended
    @family ~3 comes|came|gets|climbs|sneaks|coming|creeping|sneaking|walks into|in|to my|her|his bed|room|bedroom ~3 night|touches|touch|nights|drunk|asleep|bed?
    he|she|they|someone|uncle|stepdad|dad|teacher|coach|adult ~2 touches|touched|touching|molested|raped|abused me|her|him ~5 child|kid|little|young|#num|school|girl|boy|was
    sexually|physically|emotionally|verbally abused|abusing|abuses|abusive|abuse ~4 @child|mum|mother|mom|dad|father|parents|young
    abusive|violent|nasty|cruel|controlling mother|mum|mom|mam|father|dad|parent|parents|stepdad|stepmum|stepfather|stepmother|home
    mum|mother|mom|mam|dad|father|parents|stepdad|stepmum|nan ~3 abusive|abuses|abusing|screams|screaming|belittles|calls|humiliates|threatens|shouts|shouting|locks|locked|hates|starves|degrades ~1 me|us|names|my
    mum|mother|mom|mam|dad|father|parents|stepdad|stepmum ~3 abusive|abuses|abusing|belittles|humiliates|degrades|starves
    mum|mother|mom|mam|dad|father|parents|stepdad|stepmum ~2 screams|screaming|shouts|shouting at me|us
    scared|afraid|terrified|frightened of|to|at ~1 home|mum|dad|stepdad|uncle|father|mother|mom
    child|children|kid|kids|toddler|baby|siblings ~3 left|home|being ~1 alone|unsupervised|neglected|hungry|starving|abused|hurt|dirty|unattended
    unable|cant|not|isnt|too|unfit ~3 look|care|looking|caring|drunk|safe ~2 after|for|with|around ~3 @child|her|his|little
    drunk|drinking|intoxicated|high|drugs|wasted|pissed|passed|using|stoned|hammered ~6 @child|little|dependent ~4 alone|care|after|look|charge|house|home|looking|upstairs|hungry|crying|driving|drives|feeding|feed|safe|front|crib|cot
    @child ~6 drunk|drinking|intoxicated|wasted|passed|stoned|hammered|using|high
    drunk|drinking|intoxicated|high|wasted|hammered ~4 while|when|and|with|looking|minding|watching|babysitting ~3 @child|kids
    child|sexual|sexually|kiddie abuse|exploited|exploitation|grooming|groomed|porn|trafficking|trafficked
    being|was|is|been|got groomed
    asked|asks|asking|sends|sent|send|made|makes|wants|wanted|told ~4 nudes|nude|naked|pics|pictures|photos|underwear ~6 #num|child|school|minor|year|old|underage|teacher|coach
    im|i|am #num|eleven|twelve|thirteen|fourteen|fifteen ~8 nudes|sex|boyfriend|older|meet|hits|touches|naked|sexual|man
    underage|minor ~3 sex|sexual|nudes|relationship|naked
    not|dont|wont|doesnt ~1 feed|feeding|feeds|fed ~2 me|us|kids|children|him|her|baby
    locked|locks|locking ~1 me|us|him|her|kid|child|children|kids in|out ~2 room|bedroom|cupboard|house|shed|cellar|garage|outside|basement
    forced|forcing marriage
    fgm
    cut ~2 girls|daughter
    bruise|bruises|bruised|marks|burns|burn ~4 @child|nephew|niece|pupil|boy|girl
    @child ~5 bruise|bruises|burn|marks|flinches|flinch
    @my|our stepdad|dad|uncle|grandad|father|stepfather|brother|cousin ~3 does|did|do things|stuff|it ~2 me|bed|night|secret
    our|little|special secret
    @family watches|films|filmed|watched|spies|photographs|stares ~1 me|us|my ~4 shower|undress|undressing|change|changing|bath|bathroom|sleep|naked
    witnessed|saw|see|sees|watch|watches|watching|hears|hear dad|father|stepdad|him ~2 @hits mum|mom|mam|mother|her
    dad|father|stepdad|he ~1 @hits ~1 mum|mom|mam|mother
  `, any),
  rule('perpetrator', 'safeguarding-child', 'child-abuse', 3, 'may be a danger to a child', `
    attracted|attraction|feelings|urges|aroused|thoughts|fantasies ~3 children|kids|minors|child|boys|girls|underage ~2 act|acted|sexual|touch|want?
    i ~1 touched|abused|molested ~2 my|a|the|this|him|her ~1 stepdaughter|daughter|son|niece|nephew|child|kid|pupil|boy|girl|stepson
    i hit|slapped|shook|smacked|hurt|kicked|beat|beating|hitting my|the|our ~1 @child
  `, { who: 'self' }),
  rule('minor', 'safeguarding-child', 'child', 0, 'may be a child', `
    im|am|i|age|aged|turned|turning|just 8|9|10|11|12|13|14|15|16|17|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen
    11|12|13|14|15|16|17|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen yo|yr|year|years|f|m|yrs|y
    year|yr 7|8|9|10|11
    in primary|middle|secondary|high|elementary school
    gcse|gcses|homeroom
    my|the|school|form teacher|tutor|homework
    grade|form 6|7|8|9|10|11
    6th|7th|8th|9th|10th|11th grade|grader
    im a? minor|underage|teen|teenager
    young person
  `, fixed),
  rule('adult-abuse', 'safeguarding-adult', 'adult-abuse', 2, 'an adult at risk may be harmed', `
    i|he|she|they|brother|sister|carer|carers|staff|son|daughter|dad|nephew|husband|wife|uncle|someone|nurse|cousin ~2 @hits|hurting|slapped|rough|violent|bruised|screams|shouts|starves ~3 @elder ~5 dementia|alzheimers|elderly|old|disabled|frail|confused|bed|care|wheelchair|#num
    @hits|hurting|violent|violence|slapped|abuse|abusing|abused|rough|shouted|shouting|screaming|lose|lost ~4 @elder|relative|resident ~4 dementia|alzheimers|frail|elderly|disabled|confused|memory|wheelchair|bedbound
    dementia|alzheimers|frail|elderly|disabled|disability|vulnerable|learning|bedbound ~8 @hits|hurting|abuse|abused|abusing|violent|violence|bruises|steal|stealing|money|starving|neglect|neglected|locked|tied
    @hits|hurting|violent|slapped|abusing|abused|neglecting|starving|stealing ~4 dementia|alzheimers|frail|elderly|disabled|vulnerable
    care|nursing home|worker|workers|staff|carer|carers ~3 @hits|abuse|abusing|hurt|rough|neglect|neglecting|left|stealing|steals|bruises|shouts|slap
    carer|carers|caregiver|nephew|son|daughter|neighbour ~3 takes|taking|steals|stealing|took|stole|controls my|her|his|their|all ~1 money|pension|benefits|card|medication|savings|bank
    forced|made|making|sold|trafficked|traffic|pimp ~4 sex|work|clients|punters|prostitution|slavery
    taken|took|keeps|holding|confiscated ~2 passport|papers|documents
    raped|rape|sexually|sexual assaulted|abused|me|assault|attack
    boss|manager|colleague|coworker|customer|client|doctor|carer|supervisor|landlord|driver|he|man|guy|men ~2 touched|groped|touches|gropes|groping|fondled|molested ~1 me|my
    was|been|got|being|were raped|assaulted|molested|abused
    raped|rapes|assaulted|molested me|her|him|them
    cuckooing|cuckooed|modern slavery
    spiked @my drink|drinks
  `, any),
  rule('partner', 'domestic-abuse', 'partner', 2, 'may be harmed by a partner', `
    @partner|dad|son|brother ~2 @hits ~1 me
    @partner|dad|son|brother be|keeps|keep|always @hits on|up me
    @hits ~1 me ~4 @partner|he|she|they|drunk|drinks|again|when
    he|she|they|partner ~2 gets|is|got|getting|become violent|aggressive|abusive|physical|handsy|controlling|nasty
    violent|abusive|controlling|coercive|toxic partner|husband|wife|boyfriend|girlfriend|relationship|marriage|ex|bf|gf
    domestic|partner|coercive|financial|relationship abuse|violence|control
    scared|afraid|terrified|frightened ~2 of|go|home|what ~1 @partner|home
    @partner ~3 wont|doesnt|never|not|dont let|allow|allows|lets me ~4 leave|see|out|work|phone|money|friends|family|talk|go
    @partner ~3 controls|controlling|tracks|tracking|checks|monitors|takes|checking|stalks|isolates|isolated|reads ~2 my|me|everything|all|money|phone|every|from
    @cant leave him|her|them|safely|he|partner
    leave|leaving|left|escape|flee|fleeing ~2 him|her|partner|husband|relationship ~6 kill|scared|kids|find|safe|hurt|nowhere|hunt|threatened
    threatens|threatened|threatening ~2 kill|hurt|harm|take|share|me|post ~2 me|kids|children|photos|us|dog|if?
    walking on eggshells
    @partner ~2 throws|threw|throwing|chucks|chucked ~3 at me
    black eye|eyes
    broke|broken|fractured|cracked my arm|nose|rib|ribs|wrist|jaw|phone|cheekbone
    forces|forced|makes|made|pressures ~2 me to? have|sleep|do ~1 sex|things|with
    refuge|womens aid|safe house|restraining order|non molestation
    revenge porn
    belittles|humiliates|degrades|gaslights me
    hurt|hit|punched|slapped|kicked|hitting|beat|beating my ~1 wife|girlfriend|husband|partner|boyfriend|gf|bf|missus
  `, any),
  rule('partner-grave', 'domestic-abuse', 'partner-grave', 3, 'strangulation, a weapon or stalking: signs of grave danger', `
    strangled|strangles|strangling|strangle|choked|chokes|choking|throttled|throttles ~1 me|her|him|us|wife|mum
    hands|hand|arm|fingers|belt|cord ~2 my|me|her|round|around ~3 throat|neck|windpipe
    by the throat|neck
    couldnt|cant|cudnt breathe ~4 hands|choked|strangled|throat|neck|he|pinned
    held|holds|pulled|pulls|had|put|waved|pointed|came|threatened|threatens|chased|threatening|with ~3 knife|gun|machete|weapon|blade|axe|hammer|firearm|shotgun|bat ~3 me|my|throat|at|us|to|kids|her|face|head
    @he|@partner ~4 has|got|owns|bought|keeps|found|pulled|grabbed a|the|his|her ~1 knife|gun|weapon|machete|shotgun|rifle|pistol
    he|she|they|hes|shes|ex|partner|husband|boyfriend|wife|girlfriend|dad ~3 will|going|gonna|finna|bouta|gonnae|gunna|tryna|threatened|threatens|says|said|wants|swears|hell|try|trying|tried ~3 kill me|us|kids|children|her
    pregnant ~5 hit|hits|kicked|kicks|punched|pushed|beats|hurt|stomach|belly
    hit|kicked|punched|pushed|kicks|punches|hits me|her ~3 pregnant|stomach|belly|bump
    set|pour|poured|threw|throws|throw ~3 petrol|acid|boiling
    set|sets ~2 me|her|him|us|house|flat|car|bed ~1 fire|alight
  `, any),
  rule('stalking', 'domestic-abuse', 'partner-grave', 2, 'is followed or watched by somebody', `
    stalking|stalked|stalks|stalker me|her|us|my
    my|a stalker
    ex|he|she|partner|husband|boyfriend ~3 following|follows|followed me|her|us|my
    tracker|gps|airtag ~3 car|phone|my|bag
    ex|hes|he|shes ~4 outside|banging|breaking ~3 house|door|flat|work|window
    broke|breaking|breached ~2 restraining|non|order
  `, any),
  rule('violence', 'harm-to-others', 'violence', 2, 'speaks of harming somebody else', `
    @want|thinking|thoughts|urge|urges|going|gonna|tempted|feel|could|might|fantasise|fantasies @to? of? about? @intens? like? @kill|hurt|attack|stab|beat|strangle|shoot|smash|poison|bomb|batter|hurting|harm|choke|burn|punch ~1 @him|them|people|someone|anyone|anybody|everyone|somebody|family|@friend|neighbour|boss|kids|classmates|bully|bullies
    @kill|stab|shoot|poison|strangle|bomb|murder ~1 my|the|his|her|those|these|that ~1 @friend|boss|neighbour|neighbor|teacher|coworkers|family|classmates|parents|dog|cat|school
    hurt|harm|kill|attack|shoot other|random people|ppl|others
    @goingto @to? @intens? @kill ~1 @him|someone|everyone|you
    make|making|makes @him|them|everyone|you ~1 pay|regret|suffer|bleed|beg
    get|getting|want|take|taking|have my? revenge
    homicidal|murderous|bloodlust
    take|taking ~1 people|others|them|everyone|someone|many out|with|down ~1 me|too
    rage|angry|anger|temper|red ~5 hurt|kill|hit|stab|someone|people|swing
    shoot|shooting|blow|bomb|burn up|down? the|my|this|a ~1 school|place|church|mosque|office|work|mall|building|house|synagogue
    hit|punched|attacked|beat|stabbed|bit ~1 him|her|them|someone|guy ~3 couldnt|lost|control|stop|again
    @he deserve|deserves|deserved to ~1 die|suffer|bleed
  `),
  rule('violence-plan', 'harm-to-others', 'violence-plan', 3, 'has means or a plan to harm somebody else', `
    @goingto @to? @intens? @kill|stab|attack|shoot|bomb|hurt ~2 @him|people|someone|everyone|@friend|school|boss|neighbour|them ~4 @nowword|with|when|knife|gun
    have|got|bought|carrying|holding|taking|bringing|brought|bring|hiding ~2 knife|gun|weapon|machete|axe|hammer|bat|bomb|explosives|rifle|petrol ~6 him|her|them|kill|boss|neighbour|neighbor|school
    know where ~2 lives|live|works|sleeps ~5 kill|hurt|knife|gun|pay|waiting|tonight
    waiting|wait ~2 outside|for ~2 house|work|him|her|school|flat ~3 knife|gun|bat|hammer|tonight|weapon
    list|names|plan of|to ~2 people|kill|shoot|hurt|attack ~3 kill|school|them|everyone?
    tomorrow|monday|tonight ~5 @kill ~2 @him|everyone|them|people
  `),
  rule('incite', 'encouraging-harm', 'incite', 2, 'encourages harm', `
    put a|this|my bullet|knife|blade in|through|into you|u|your|yer
    kys
    go|just|please|pls|should|shld|shud|to|and|better|ought|wish|hope|why ~2 kill|hang|shoot|drown|neck|off|end|unalive|cut|stab|delete yourself|urself|yourselves|yourselfs|yoself|yaself|yerself|ureself|you
    kill|hang|shoot|drown|neck|unalive|off|end yourself|urself|yoself|yaself|yerself
    kill|end ya|your|ur|you|yo self|life|selves|lives
    go|just|please|hope|should|wish ~2 you|u|and|n? die|dead|rot|overdose|hang|drown|perish ~2 you|already|off|in?
    go|just|please|should ~2 jump|drink|slit|swallow|take ~3 bleach|bridge|cliff|rope|pills|wrists
    hope|wish|pray you|u ~2 die|dead|suffer|cancer|burn|succeed|choke|killed|raped
    do|try it|harder pussy|coward|already|then|loser|chicken|properly|right
    just|go do it ~2 already|coward|nobody|noone|pussy|cares|loser|wont|then
    you|u|your|youre|world ~3 better off? dead|without
    world|everyone|we|theyd|wed|life|place ~3 better|happier off? without|if you|u|ya ~2 were|died|gone|dead|killed|did?
    nobody|noone|no ~2 miss|want|wants|cares|love|loves ~1 you|u|about|if
    you|u|youre|ur should|deserve|better|ought|need ~1 die|dead|suffer|disappear|hurt|killed|pain|shot
    drink bleach
    jump off ~2 you|bridge|cliff|building|roof
    take|swallow|down ~2 all|whole|more|them|bottle|rest ~3 itll|wont|quick|work|painless|hurt|over|easy|promise
    cut|go deeper|vertical|vertically
    dont|stop eating|eat ~3 worth|skinny|thin|fat|you|deserve|fatty
    try|stay|keep|you ~2 fasting|starving|purging|skinny ~3 worth|stronger|proud|works|results
    who|whos|anyone|someone wants|want|wanna|fancy|up ~2 die|end|overdose|go|ctb|suicide together|with|pact
    suicide pact|partner|buddy
    lets|let|we|together|both ~3 die|end|kill together|ourselves|tonight|it
  `, { who: 'you', polarity: 'death' }),
  rule('abuse', 'abuse-trolling', 'abuse', 1, 'attacks another person', `
    you|youre|your|u|ur|youse|yous|ya|such|all|yall|shut ~3 idiot|moron|stupid|pathetic|loser|worthless|disgusting|dumb|ugly|fat|retard|retarded|bitch|cunt|whore|slut|scum|trash|pig|freak|prick|wanker|twat|bastard|arsehole|asshole|dickhead|coward|attention|seeker|seeking|liar|fraud|psycho|nutter|waste|clown|imbecile|joke|failure|bellend|fake|vermin|snowflake|parasite|dense|knob|muppet|disgrace|embarrassment|delusional|dickwad|weirdo|creep|idiots|morons|losers|clowns|liars|freaks|cowards|snowflakes|wankers|muppets|pricks|bitches|cunts|parasites
    shut|stfu|shutup up|the|your|it? mouth|fuck|face|trap|hell|bitch
    stfu|gtfo|foad
    fuck|screw|sod|piss|bugger|feck you|u|off|ya|yourself|them|yall
    go to hell
    nobody|noone|no ~1 cares|likes|wants|asked|believes ~1 you|u|about|your
    attention|drama seeker|seeking|whore|queen|seekers
    idiot|moron|loser|pathetic|cunt|bitch|wanker|arsehole|asshole|dickhead|scumbag|twat|bellend|prick|scum|faggot
    get|grow|man over|up|a it|yourself|life|grip|spine|pair
    boo hoo
    cry|whine more|harder|baby|about
    crybaby|snowflake|snowflakes
    ill|going|gonna|will|we|im|i ~2 find|get|hunt|kill|come|beat|fuck|smash|hurt|track|slap|batter|rape for? after? you|u|ya up|down
    watch your|ur|you back
    i know where you|u live|work|sleep
    kill|hurt|rape|beat|stab|shoot|smash|punch you|u|ya|your
    emojifinger
  `, { who: 'any', polarity: 'death' }),
  rule('threat', 'abuse-trolling', 'abuse', 2, 'threatens another person', `
    ill|gonna|will|going|im|i ~2 kill|hurt|beat|find|stab|shoot|batter|rape|smash|slice you|u|ya
    i know where you|u live|work|sleep|are
    ill|gonna|will|going|im|i ~4 smash|break|bash|burn|slit|cave|kick|punch ~1 your|ur ~1 face|head|house|throat|teeth|door|car|legs|skull
    find ~2 where you|u live|work|sleep
    watch your|ur back
    coming|come for|after you|u
    youre|your|ur dead|finished meat?
    you|u|youre|ya will|gonna|ll|going ~2 regret|pay|suffer|sorry
  `, any),
  rule('hate', 'hate', 'slur', 2, 'attacks people for who they are', `
    all|those|these|the|every|hate|hating|loathe|despise|filthy|dirty|disgusting|stupid|fucking|bloody|kill|killing|gas|deport|shoot|hang|exterminate|burn|ban|murder|stop|eradicate|remove ~1 @group ~4 die|dead|vermin|scum|animals|disgusting|killed|shot|hanged|out|home|subhuman|disease|trash|rats|deported|burn|banned|gassed|pigs|filth|inferior|eradicated|parasites|murdered|emojirat|emojiape|emojipig|emojipoo|emojivomit|trash
    kill|exterminate|gas|deport|hang|shoot|burn|eradicate|hate|murder|knife|gun|bomb|despise|loathe|punch|lynch|stab ~2 @group
    @group ~5 should|deserve|must|ought ~3 die|killed|locked|shot|hanged|deported|wiped|burned|gassed|sterilised|sterilized|cured|stoned|castrated
    @group ~3 should|deserve|need|must|are|is|shouldnt|r ~3 die|dead|killed|vermin|scum|animals|subhuman|disgusting|shot|hanged|deported|banned|burn|hell|disease|gassed|exist|inferior|filth|filthy|parasites|rats|cockroaches|plague|evil|terrorists|criminals|murdered|rapists|emojirat|emojiape|emojipig|emojivomit|emojipoo|emojiroach|emojisnake|mental|freaks|trash|kitchen|monkeys|dogs|pigs|gross
    nigger|niggers|faggot|faggots|tranny|trannies|kike|kikes|paki|pakis|chink|chinks|spic|spics|wetback|gook|gooks|coon|coons|raghead|ragheads|towelhead|dyke|dykes|poof|poofs|gypo|pikey|pikeys|spastic|shemale|golliwog|abo|wog|wogs|gyppo|mongoloid|fag|fags|nigga
    go|get|send|sent back|home|them to your|their|where|own country|africa|came|you|homes
    white|aryan power|supremacy|genocide
    @group emojirat|emojiape|emojipig|emojivomit|emojipoo|emojiroach|emojisnake
    @group are|is|r ~2 emojirat|emojiape|emojipig|emojivomit|emojipoo|emojiroach|emojisnake|emojidog|trash|bad|emojicow|emojiclown
    emojirat|emojiape|emojipig|emojivomit|emojipoo|emojiroach|emojisnake @group
  `, any),
  rule('contact', 'contact-fishing', 'grooming', 1, 'tries to move a member to private contact', `
    add|message|msg|dm|text|pm|inbox|contact|hmu|find|follow|snap|call|whatsapp|email me ~3 on|privately|private|snap|snapchat|insta|instagram|kik|discord|whatsapp|telegram|signal|offsite|off|outside|facebook|at|tiktok
    whats|what|give|send|got|drop|share|have|swap ~2 your|ur|you ~1 number|snap|snapchat|insta|instagram|kik|discord|whatsapp|phone|address|email|telegram|socials|facebook|pics|photo|photos
    my number is|if
    my|the|add ~1 snap|snapchat|insta|instagram|kik|discord|whatsapp|telegram|facebook|signal is|me|if
    talk|chat|speak|continue|meet ~3 privately|private|elsewhere|offsite|whatsapp|snapchat|kik|telegram|discord|irl
    dm|dms|pm|hmu|inbox me|open|pls|please
    where do|r|are? you|u live|stay|based
    how old are you|u
    asl
    are|r you|u ~2 alone|single|home
    dont|no|without tell|telling|need ~2 anyone|parents|mum|mods|moderators|staff|guides
    meet|meeting up|me|irl|person
    just between us|you
    keep ~2 secret|between
    send|want|show|trade|swap ~2 nudes|pics|photos|pictures|nude|selfie|naked
  `, fixedAny),
  rule('grooming', 'contact-fishing', 'grooming', 2, 'may be grooming', `
    keep|our|be|its ~2 secret ~6 age|mature|special|parents|mum|mods|anyone|tell|delete
    mature for your|ur age
    dont|no|without tell|telling your|ur|the parents|mum|mom|mam|dad|mods|moderators|teacher|teachers
    dont tell ~2 parents|mum|mom|dad|mods|moderators|staff|anyone ~5 chat|talk|us|meet|about|this|snap|message
    send|show|want ~2 nudes|nude|naked
    how old are you|u ~8 pics|photo|alone|snap|meet|secret|kik|mature
    alone ~2 home|tonight ~5 pics|camera|cam|video|snap
    delete ~2 messages|chat|after
    come|meet|pick ~2 you|me|up|alone ~3 secret|alone|parents
  `, fixedAny),
  rule('spam', 'spam', 'spam', 1, 'looks like an advertisement', `
    click|visit|follow ~2 link|website|site|bio|page|channel
    buy|order|get|shop ~1 now|today|cheap|online|followers|viagra|discount
    free trial|shipping|money|crypto|gift|iphone|followers|consultation
    promo|discount|coupon|referral code|link|off
    make|earn|earning|making ~2 money|dollars|cash|pounds|income|daily|weekly|#num ~3 home|online|day|week|fast|easy|hour
    limited time|offer
    bitcoin|crypto|forex|nft|investment|investments|binary|invest ~3 profit|returns|trading|trader|opportunity|platform|guaranteed|double|recovery|expert
    spell caster|casters
    subscribe|sign to|up ~1 my|our|now|channel|newsletter
    work from home
    guaranteed returns|profit|results|income|cure
    whatsapp ~3 herbal|spell|cure|loan|profit
    loan|loans ~2 offer|fast|instant|approval|approved|low
    lose weight fast
    dm|whatsapp|text|contact|inbox ~2 earn|invest|profit|details|info|orders|more
    best price|prices|deals|deal
  `, fixedAny),
  rule('detail', 'triggering-detail', 'detail', 1, 'tells methods in detail', `
    #num|#num mg|milligrams|grams|tablets|pills|mgs
    #num @pills
    calories|kcal #num
    #num calories|kcal|cals|kg|lbs|stone|pounds
    weigh|weight|bmi ~2 #num
    took|taken|swallowed|take ~1 #num
    blood ~3 everywhere|floor|walls|bath|dripping|pouring
    cut|cuts|wound|wounds|gash ~3 deep|fat|bone|open|tendons|muscle
    hanging ~2 from|rope|belt|door|closet
  `, fixedAny),
  rule('contagion', 'contagion', 'contagion', 1, 'points to a shared plan or a cluster', `
    suicide|death pact
    lets|let|we|all ~3 die|end|go|ctb|kill together|same|tonight|ourselves
    #num|three|two|another|others|someone|girl|boy|lad|kid|friend|third|second ~5 school|town|college|uni|year|estate|village ~5 suicide|killed|died|hanged|hung|jumped
    same|copy|copied|like ~3 as|way|she|he|did ~4 suicide|died|killed|jumped
    join|joining|follow|following her|him|them|you|u ~4 soon|tonight|too|next|death|heaven|grave
    challenge|trend|dare ~4 die|cut|blackout|choking|suicide
  `, fixedAny),
]
void any
